using System.Collections.Immutable;
using Aggregator.Identity;
using Aggregator.Reports;

namespace Aggregator.Gateway.Problems;

/// <summary>One error as it is told to the client (RFC 9457). Holds nothing of hosts, credentials, bodies, files or traces.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Detail">One sentence on this occurrence.</param>
internal sealed record Problem(ProblemKind Kind, string Detail)
{
    /// <summary>The parameters at fault.</summary>
    public ImmutableArray<ParameterProblem> Parameters { get; init; } = [];

    /// <summary>The sources at fault.</summary>
    public ImmutableArray<SourceReport> Sources { get; init; } = [];

    /// <summary>What the client may have meant.</summary>
    public ImmutableArray<string> Near { get; init; } = [];

    /// <summary>What would have been acceptable.</summary>
    public ImmutableArray<string> Available { get; init; } = [];

    /// <summary>Further header fields of the answer.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>The same problem with a further header field.</summary>
    public Problem With(string header, string value) => this with { Headers = Headers.Add(new(header, value)) };

    /// <summary>A problem of parameters, all of them at once.</summary>
    public static Problem Of(ImmutableArray<ParameterProblem> parameters) =>
        new(ProblemKind.BadParameter, parameters.Length == 1 ? "One parameter is wrong." : $"{parameters.Length} parameters are wrong.")
        {
            Parameters = parameters,
        };
}
