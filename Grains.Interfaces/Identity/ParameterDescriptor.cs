using System.Collections.Immutable;

namespace Aggregator.Identity;

/// <summary>One declared parameter of a report: its type, its constraints and what stands in for it when it is absent.</summary>
/// <remarks>The vocabulary is JSON Schema's (draft 2020-12, validation), cut down to what one query parameter can say.</remarks>
[GenerateSerializer, Immutable, Alias("parameter")]
public sealed record ParameterDescriptor
{
    /// <summary>The name in the query string, in a JSON body and in expressions.</summary>
    [Id(0)]
    public required string Name { get; init; }

    /// <summary>The type of the value; a string unless the definition says otherwise.</summary>
    [Id(1)]
    public ParameterType Type { get; init; } = ParameterType.String;

    /// <summary>For an array, what each of its elements must be; null for every other type.</summary>
    [Id(2)]
    public ParameterDescriptor? Items { get; init; }

    /// <summary>The only values allowed, each as JSON text; empty when any will do.</summary>
    [Id(3)]
    public ImmutableArray<string> Enum { get; init; } = [];

    /// <summary>A regular expression that some part of a string must match; null for none.</summary>
    [Id(4)]
    public string? Pattern { get; init; }

    /// <summary>The format of a string: <c>date</c>, <c>date-time</c>, <c>uuid</c>, <c>email</c> or <c>uri</c>; null for none.</summary>
    [Id(5)]
    public string? Format { get; init; }

    /// <summary>The least number allowed, inclusive.</summary>
    [Id(6)]
    public decimal? Minimum { get; init; }

    /// <summary>The greatest number allowed, inclusive.</summary>
    [Id(7)]
    public decimal? Maximum { get; init; }

    /// <summary>The least length of a string, in Unicode code points.</summary>
    [Id(8)]
    public int MinLength { get; init; }

    /// <summary>The greatest length of a string, in Unicode code points.</summary>
    [Id(9)]
    public int MaxLength { get; init; } = DefaultMaxLength;

    /// <summary>The least number of elements in an array.</summary>
    [Id(10)]
    public int MinItems { get; init; }

    /// <summary>The greatest number of elements in an array; null for no limit but the request's own size.</summary>
    [Id(11)]
    public int? MaxItems { get; init; }

    /// <summary>The value of an absent parameter as JSON text; null when there is no literal default.</summary>
    [Id(12)]
    public string? Default { get; init; }

    /// <summary>The value of an absent parameter read from the clock; null when there is none.</summary>
    [Id(13)]
    public ClockDefault? ClockDefault { get; init; }

    /// <summary>Whether a request without this parameter is refused.</summary>
    [Id(14)]
    public bool Required { get; init; }

    /// <summary>What the parameter means, for people.</summary>
    [Id(15)]
    public string? Description { get; init; }

    /// <summary>A value to try, as JSON text; null for none.</summary>
    [Id(16)]
    public string? Example { get; init; }

    /// <summary>The claim of the verified token that gives the value, never the request; null for a parameter that the request gives.</summary>
    [Id(17)]
    public string? Claim { get; init; }

    /// <summary>The greatest length of a string whose definition names none, in Unicode code points.</summary>
    public const int DefaultMaxLength = 2000;
}
