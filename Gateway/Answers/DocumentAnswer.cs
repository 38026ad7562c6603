using Aggregator.Gateway.Negotiation;
using Aggregator.Gateway.Reports;
using Aggregator.Reports;

namespace Aggregator.Gateway.Answers;

/// <summary>Writes a document, or its envelope, as an answer.</summary>
internal static class DocumentAnswer
{
    /// <summary>Writes the answer to a question; only headers when the client has this version already.</summary>
    public static Task WriteAsync(HttpContext context, ReportQuestion question, ReportDocument document)
    {
        var response = context.Response;
        DocumentHeaders.Set(response.Headers, question.Report, document, question.Preferences.Wait);
        if (question.MediaType == AcceptHeader.Envelope)
        {
            var envelope = new CodedBody(Envelope.Write(question.Report.Name, question.Parameters, document));
            return CodedAnswer.WriteAsync(context, envelope, question.Coding, question.MediaType);
        }

        return CodedAnswer.WriteVersionAsync(context, new CodedBody(document.Body), document.Version, question.Coding, question.MediaType);
    }
}
