using System.Collections.Immutable;
using Aggregator.Gateway.Calls;
using Aggregator.Gateway.Catalogue;
using Aggregator.Gateway.Negotiation;
using Aggregator.Gateway.Problems;
using Aggregator.Gateway.Requests;
using Aggregator.Identity;

namespace Aggregator.Gateway.Reports;

/// <summary>Reads requests for reports: method, what is acceptable, parameters, headers, preferences, in this order.</summary>
/// <param name="time">The clock, for defaults that are read from it.</param>
/// <param name="randomness">The keys of what must not be shared.</param>
internal sealed class ReportQuestions(TimeProvider time, IRandomness randomness)
{
    /// <summary>Reads a request.</summary>
    /// <param name="context">The request.</param>
    /// <param name="match">The report it is for, and the parameters in its path.</param>
    /// <exception cref="BadHttpRequestException">The body is too long or broken.</exception>
    public async Task<Checked<ReportQuestion>> ReadAsync(HttpContext context, RouteMatch match)
    {
        var request = context.Request;
        var report = match.Report.Descriptor;
        if (Methods.Check(request.Method, Methods.Of(report)) is { } refused)
            return refused;
        if (AcceptHeader.Choose(request.Headers.Accept, AcceptHeader.OfReport) is not { } mediaType)
            return Unacceptable.MediaType(AcceptHeader.OfReport);
        if (AcceptEncoding.Choose(request.Headers.AcceptEncoding) is not { } coding)
            return Unacceptable.Coding;

        var parameters = await BindAsync(context, match);
        if (parameters.Problem is { } problem)
            return problem;
        var forwarded = Forwarded(request, report);
        var key = report.Safe ? ReportKey.Of(report.DefinitionHash, parameters.Value!, forwarded) : ReportKey.Unshared(randomness.NextId());
        return new ReportQuestion(
            match.Report,
            key,
            parameters.Value!,
            forwarded,
            RequestCaching.AsksToRevalidate(request.Headers.CacheControl),
            Preferences.Parse(request.Headers["Prefer"]),
            mediaType,
            coding);
    }

    private Task<Checked<CanonicalParameters>> BindAsync(HttpContext context, RouteMatch match) =>
        HttpMethods.IsPost(context.Request.Method) ? BindBodyAsync(context, match) : Task.FromResult(BindQuery(context, match));

    private Checked<CanonicalParameters> BindQuery(HttpContext context, RouteMatch match)
    {
        if (QueryReader.TryRead(context.Request.QueryString.Value, out var given) is { } wrong)
            return new Problem(ProblemKind.BadRequest, wrong);
        // A name that stands in both is given twice, and binding refuses it as that.
        var path = match.Values.Select(pair => KeyValuePair.Create<string, IReadOnlyList<string?>>(pair.Key, [pair.Value]));
        return Checked(match.Report.Binder.FromQuery(path.Concat(given), time.GetUtcNow()));
    }

    /// <summary>A POST takes its parameters from its body (and its path) alone: one given in the query would be easy to overlook.</summary>
    private async Task<Checked<CanonicalParameters>> BindBodyAsync(HttpContext context, RouteMatch match)
    {
        if (QueryReader.TryRead(context.Request.QueryString.Value, out var given) is { } wrong)
            return new Problem(ProblemKind.BadRequest, wrong);
        if (given.Count > 0)
            return Problem.Of([.. given.Select(pair => new ParameterProblem(pair.Key, BelongsInTheBody))]);
        if (RequestBody.CheckForm(context.Request) is { } problem)
            return problem;

        var body = await RequestBody.ReadAsync(context.Request, context.RequestAborted);
        var joined = RouteBody.Join(body, match.Values, match.Report.Descriptor.Parameters);
        return Checked(match.Report.Binder.FromJson(joined, time.GetUtcNow()));
    }

    private const string BelongsInTheBody = "It stands in the query; a POST takes its parameters from its JSON body.";

    private static Checked<CanonicalParameters> Checked(BoundParameters bound) => bound switch
    {
        { Parameters: { } parameters } => parameters,
        { Problems: [{ Parameter: "" } body] } => new Problem(ProblemKind.BadRequest, $"The body cannot be read: {body.Detail}."), // no parameter is at fault
        _ => Problem.Of(bound.Problems),
    };

    private static ImmutableArray<ForwardedHeader> Forwarded(HttpRequest request, ReportDescriptor report)
    {
        if (report.ForwardedHeaders.IsEmpty)
            return [];
        var forwarded = ImmutableArray.CreateBuilder<ForwardedHeader>();
        foreach (var name in report.ForwardedHeaders)
        {
            if (request.Headers.TryGetValue(name, out var lines))
                forwarded.Add(new(name, string.Join(name == "cookie" ? "; " : ", ", lines.ToArray()))); // RFC 9110 §5.3, RFC 9113 §8.2.3
        }

        return forwarded.ToImmutable();
    }
}
