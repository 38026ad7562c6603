using System.Collections.Immutable;
using Aggregator.Gateway.Problems;
using Aggregator.Identity;
using Microsoft.Net.Http.Headers;

namespace Aggregator.Gateway.Requests;

/// <summary>The methods that paths answer.</summary>
internal static class Methods
{
    /// <summary>Of what can only be read.</summary>
    public static ImmutableArray<string> Read { get; } = ["GET", "HEAD"];

    private static readonly ImmutableArray<string> ReadOrAsk = ["GET", "HEAD", "POST"];

    /// <summary>Of what can only be asked for.</summary>
    public static ImmutableArray<string> AskOnly { get; } = ["POST"];

    /// <summary>Of a report: one with an unsafe source answers POST only, since a GET may be sent twice, ahead or by a crawler.</summary>
    public static ImmutableArray<string> Of(ReportDescriptor report) => report.Safe ? ReadOrAsk : AskOnly;

    /// <summary>Checks a method; methods are case-sensitive (RFC 9110 §9.1).</summary>
    /// <returns>Null when it is allowed.</returns>
    public static Problem? Check(string method, ImmutableArray<string> allowed)
    {
        if (allowed.Contains(method))
            return null;
        var list = string.Join(", ", allowed);
        return new Problem(ProblemKind.MethodNotAllowed, $"Here one uses {list}.").With(HeaderNames.Allow, list);
    }
}
