using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Aggregator.Identity;

/// <summary>What binding a request's parameters came to: their canonical form, or everything that is wrong with them.</summary>
public sealed record BoundParameters
{
    /// <summary>The parameters; null when there are problems.</summary>
    public CanonicalParameters? Parameters { get; private init; }

    /// <summary>What is wrong, at most <see cref="ParameterBinder.MaxProblems"/> of it; empty when the request can be answered.</summary>
    public ImmutableArray<ParameterProblem> Problems { get; private init; } = [];

    /// <summary>Whether the request can be answered.</summary>
    [MemberNotNullWhen(true, nameof(Parameters))]
    public bool IsValid => Parameters is not null;

    /// <summary>Parameters without a problem.</summary>
    /// <param name="parameters">Their canonical form.</param>
    public static BoundParameters Of(CanonicalParameters parameters) => new() { Parameters = parameters };

    /// <summary>A request that is refused.</summary>
    /// <param name="problems">What is wrong; at least one problem.</param>
    public static BoundParameters Refused(ImmutableArray<ParameterProblem> problems) => new() { Problems = problems };
}
