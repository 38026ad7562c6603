using Aggregator.Gateway.Catalogue;
using Aggregator.Gateway.Negotiation;
using Aggregator.Identity;
using Aggregator.Reports;

namespace Aggregator.Gateway.Answers;

/// <summary>A document with everything worked out that its answers have in common, so that it can be sent again and again.</summary>
internal sealed class FinishedDocument
{
    private readonly CataloguedReport _report;
    private readonly CanonicalParameters _parameters;
    private readonly DocumentHeaders _headers;
    private readonly CodedBody _body;
    private readonly EntityTags _tags;
    private readonly TimeProvider _time;
    private readonly long _received;
    private AgeText? _age;

    /// <summary>Finishes a document that has just come.</summary>
    /// <param name="report">The report.</param>
    /// <param name="parameters">The parameters it was compiled with.</param>
    /// <param name="document">The document.</param>
    /// <param name="standing">How it stands now.</param>
    /// <param name="time">The clock.</param>
    public FinishedDocument(CataloguedReport report, CanonicalParameters parameters, ReportDocument document, DocumentStanding standing, TimeProvider time)
    {
        (_report, _parameters, _time, _received) = (report, parameters, time, time.GetTimestamp());
        (Document, Standing) = (document, standing);
        _headers = new(report, document, standing.Age + standing.FreshFor);
        _body = new(document.Body);
        _tags = new(document.Version);
    }

    /// <summary>The document.</summary>
    public ReportDocument Document { get; }

    /// <summary>How it stood when it came.</summary>
    public DocumentStanding Standing { get; }

    /// <summary>For how much longer it is fresh.</summary>
    public TimeSpan FreshFor => Standing.FreshFor - _time.GetElapsedTime(_received);

    /// <summary>Answers the request that it came for.</summary>
    /// <param name="context">The request.</param>
    /// <param name="mediaType">What the answer is to be.</param>
    /// <param name="coding">The coding it is to have.</param>
    /// <param name="wait">The deadline that the client set itself; null for the report's own.</param>
    public Task WriteAsync(HttpContext context, string mediaType, ContentCoding coding, TimeSpan? wait) =>
        WriteAsync(context, mediaType, coding, wait, AgeText.Of(Standing));

    /// <summary>Answers a later request.</summary>
    /// <param name="context">The request.</param>
    /// <param name="mediaType">What the answer is to be.</param>
    /// <param name="coding">The coding it is to have.</param>
    /// <param name="wait">The deadline that the client set itself; null for the report's own.</param>
    public Task WriteHitAsync(HttpContext context, string mediaType, ContentCoding coding, TimeSpan? wait)
    {
        var kept = _time.GetElapsedTime(_received);
        _age = AgeText.OfHit(Standing.Age + kept, Standing.FreshFor - kept, _age);
        return WriteAsync(context, mediaType, coding, wait, _age);
    }

    private Task WriteAsync(HttpContext context, string mediaType, ContentCoding coding, TimeSpan? wait, AgeText age)
    {
        _headers.Set(context.Response.Headers, age, wait);
        return mediaType == AcceptHeader.Envelope
            ? CodedAnswer.WriteAsync(context, new CodedBody(Envelope.Write(_report.Descriptor.Name, _parameters, Document)), coding, mediaType)
            : CodedAnswer.WriteVersionAsync(context, _body, _tags, coding, mediaType);
    }
}
