using System.Text.Json;
using Aggregator.Catalog;
using Aggregator.Gateway.Calls;
using Aggregator.Gateway.Catalogue;
using Aggregator.Gateway.Problems;
using Aggregator.Gateway.Requests;
using Aggregator.Identity;

namespace Aggregator.Gateway.Operator;

/// <summary>Answers <c>POST /admin/purge</c>: what is stored of a report, an upstream or a tag is a miss from then on, in every process.</summary>
/// <param name="catalogue">The reports.</param>
/// <param name="grains">Finds the catalog, which counts purges.</param>
/// <param name="mirror">This process' own view of them.</param>
/// <param name="options">How long the catalog may take.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Where purges are told.</param>
internal sealed partial class PurgeEndpoint(
    ICatalogueSource catalogue, ICatalogGrains grains, GenerationMirror mirror, GrainCallOptions options, TimeProvider time, ILogger<PurgeEndpoint> logger)
{
    /// <summary>Answers one request.</summary>
    /// <param name="context">The request.</param>
    public async Task AnswerAsync(HttpContext context)
    {
        if ((Methods.Check(context.Request.Method, Methods.AskOnly) ?? RequestBody.CheckForm(context.Request)) is { } refused)
        {
            await ProblemAnswer.WriteAsync(context, refused);
            return;
        }

        var read = Read(await RequestBody.ReadAsync(context.Request, context.RequestAborted));
        var problem = read is not { } subject ? NotOneSubject : FindFault(subject) ?? await PurgeAsync(subject);
        if (problem is null)
            context.Response.StatusCode = StatusCodes.Status204NoContent;
        else
            await ProblemAnswer.WriteAsync(context, problem);
    }

    /// <summary>The subject: the only member of an object, named by its kind.</summary>
    private static PurgeSubject? Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            if (json.RootElement.ValueKind != JsonValueKind.Object || json.RootElement.EnumerateObject().ToList() is not [var member])
                return null;
            return member.Value.ValueKind == JsonValueKind.String && member.Value.GetString() is { Length: > 0 } name && Kinds.TryGetValue(member.Name, out var kind)
                ? new(kind, name)
                : null;
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException)
        {
            return null; // no JSON, or a string that is no text
        }
    }

    /// <summary>Reports and upstreams have to be there; tags are whatever somebody has given.</summary>
    private Problem? FindFault(PurgeSubject subject)
    {
        if (catalogue.Current is not { } current)
            return ReportProblems.NotConnected;
        return subject.Kind switch
        {
            PurgeKind.Report when current.Find(subject.Name) is null =>
                new(ProblemKind.UnknownReport, "No report has this name.") { Near = current.Near(subject.Name) },
            PurgeKind.Upstream when !current.UpstreamNames.Contains(subject.Name) =>
                new(ProblemKind.UnknownUpstream, "No upstream has this name.") { Near = [.. NearNames.Of(subject.Name, current.UpstreamNames.Order(StringComparer.Ordinal))] },
            _ => null,
        };
    }

    /// <summary>Purges; repeating that does no harm. It goes on when the client leaves, for half a purge is none.</summary>
    private async Task<Problem?> PurgeAsync(PurgeSubject subject)
    {
        try
        {
            mirror.Hear(await grains.Catalog.PurgeAsync(subject, CancellationToken.None).WaitAsync(options.AttemptTimeout, time));
            LogPurged(logger, subject.Kind, subject.Name);
            return null;
        }
        catch (Exception fault) when (TransientFault.Is(fault))
        {
            return ReportProblems.NotConnected;
        }
    }

    private static readonly Dictionary<string, PurgeKind> Kinds = new(StringComparer.Ordinal)
    {
        ["report"] = PurgeKind.Report,
        ["upstream"] = PurgeKind.Upstream,
        ["tag"] = PurgeKind.Tag,
    };

    private static readonly Problem NotOneSubject =
        new(ProblemKind.BadRequest, "The body is a JSON object with exactly one of report, upstream and tag, and a name for it.");

    [LoggerMessage(EventName = "Purged", Level = LogLevel.Information, Message = "Purged {Kind} {Name}.")]
    private static partial void LogPurged(ILogger logger, PurgeKind kind, string name);
}
