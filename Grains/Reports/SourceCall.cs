using Aggregator.Definitions;
using Aggregator.HttpCaching.Syntax;
using Aggregator.Identity;
using Aggregator.Planning;
using Aggregator.Upstreams;

namespace Aggregator.Reports;

/// <summary>Puts a source's call together.</summary>
internal static class SourceCall
{
    /// <summary>The call.</summary>
    /// <param name="source">The source.</param>
    /// <param name="work">What it does.</param>
    /// <param name="target">Path and query, expanded.</param>
    /// <param name="json">The body; null for none.</param>
    /// <param name="inputs">What the report is compiled for.</param>
    public static UpstreamCall Of(PlannedSource source, SourceWork.HttpCall work, string target, byte[]? json, CompileInputs inputs)
    {
        var upstream = source.Upstream ?? throw new InvalidOperationException($"{source.Definition.Name} calls no upstream.");
        var forwarded = inputs.Forwarded.Where(header => upstream.Accept.Contains(header.Name)).Select(header => (header.Name, header.Value));
        return new()
        {
            Upstream = upstream,
            Method = work.Method.Method,
            Target = target,
            Headers = HeaderFields.Of([.. forwarded, .. json is null ? Array.Empty<(string, string)>() : [("Content-Type", "application/json")]]),
            Body = json,
            Safe = work.Safe,
            Caching = inputs.Revalidate ? source.Definition.Caching with { Revalidate = true } : source.Definition.Caching,
            Tags = source.Definition.Tags,
            On = source.Definition.On,
        };
    }

    /// <summary>Whether a credential of the client's goes into a call.</summary>
    public static bool IsOnBehalf(UpstreamCall call) =>
        call.Headers.Any(line => CredentialHeader.Is(line.Name) && !RequestFields.IsConfigured(call.Upstream, line.Name));
}
