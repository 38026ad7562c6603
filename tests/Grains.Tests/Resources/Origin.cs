using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Aggregator.Tests.Reports;

namespace Aggregator.Tests.Resources;

/// <summary>What an upstream answers, as a table of status and header fields; the body is a number that grows with every whole answer.</summary>
internal sealed class Origin
{
    private int _answers;

    /// <summary>The status of the answers from now on.</summary>
    public int Status { get; set; } = 200;

    /// <summary>The header fields of the answers from now on, one a line.</summary>
    public string Fields { get; set; } = "";

    /// <summary>The entity tag: who has it is told so.</summary>
    public string? Tag { get; set; }

    /// <summary>Holds answers back while it is not completed.</summary>
    public Task Gate { get; set; } = Task.CompletedTask;

    /// <summary>The requests that came, in order.</summary>
    public ConcurrentQueue<HttpRequestHeaders> Requests { get; } = [];

    /// <summary>An upstream that answers so.</summary>
    public FakeUpstream Upstream() => new(AnswerAsync);

    private async Task<HttpResponseMessage> AnswerAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Requests.Enqueue(request.Headers);
        await Gate.WaitAsync(cancellationToken);
        var known = Tag is not null && Status == 200 && request.Headers.TryGetValues("If-None-Match", out var tags) && tags.Contains(Tag);
        var response = new HttpResponseMessage((HttpStatusCode)(known ? 304 : Status));
        if (!known)
        {
            var body = Interlocked.Increment(ref _answers).ToString(CultureInfo.InvariantCulture);
            response.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            response.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
        }

        if (Tag is not null) response.Headers.TryAddWithoutValidation("ETag", Tag);
        foreach (var field in Fields.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(':', 2)))
            response.Headers.TryAddWithoutValidation(field[0], field[1].Trim());
        return response;
    }
}
