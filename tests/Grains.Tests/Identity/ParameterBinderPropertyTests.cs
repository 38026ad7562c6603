using System.Collections.Immutable;
using System.Text;
using Aggregator.Identity;
using CsCheck;

namespace Aggregator.Tests.Identity;

/// <summary>What holds of every request, also of one that nobody thought of.</summary>
public sealed class ParameterBinderPropertyTests
{
    private const int Iterations = 5000;

    private static readonly DateTimeOffset Now = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    private static readonly ImmutableArray<ParameterDescriptor> Declared =
    [
        new() { Name = "text", Pattern = "^[^x]*$", MaxLength = 10 },
        new() { Name = "whole", Type = ParameterType.Integer },
        new() { Name = "number", Type = ParameterType.Number, Minimum = -1000 },
        new() { Name = "flag", Type = ParameterType.Boolean, Default = "false" },
        new() { Name = "list", Type = ParameterType.Array, Items = new() { Name = "list", Type = ParameterType.Number } },
        new() { Name = "day", Format = "date", ClockDefault = new(ClockReading.Today, "Europe/Prague") },
    ];

    private static readonly ParameterBinder Binder = new(Declared);

    private static readonly Gen<string> Name = Gen.OneOf(
        Gen.OneOf<string>("text", "whole", "number", "flag", "list", "day", "", "_x"), Gen.String[0, 5]);

    private static readonly Gen<string> Text = Gen.OneOf(
        Gen.String[0, 12],
        Gen.Int.Select(number => FormattableString.Invariant($"{number}")),
        Gen.Select(Gen.Decimal, Gen.Int[-500, 500], (number, exponent) => FormattableString.Invariant($"{number}e{exponent}")),
        Gen.OneOf<string>("true", "false", "2026-11-23", "-0", "007", "1.50"));

    private static readonly Gen<(string Name, string Text)[]> Query = Gen.Select(Name, Text).Array[0, 8];

    [Fact]
    public void AnyQuery_BindsOrIsRefused_AndNeverThrows() =>
        Query.Sample(query => Bind(query).IsValid != Bind(query).Problems.Any(), iter: Iterations);

    [Fact]
    public void AnyBytes_BindOrAreRefused_AndNeverThrow()
    {
        Gen.Byte.Array[0, 40].Sample(body => Binder.FromJson(body, Now).Problems.Length <= ParameterBinder.MaxProblems, iter: Iterations);
        Gen.String[Gen.Char["{}[]\":,\\ud8001e.-\0truefalsnx"], 0, 40]
            .Select(text => Encoding.UTF8.GetBytes($"{{\"text\":{text}}}"))
            .Sample(body => Binder.FromJson(body, Now).Problems.Length <= ParameterBinder.MaxProblems, iter: Iterations);
    }

    [Fact]
    public void OrderOfNames_DoesNotMatter() =>
        Query.Sample(query =>
        {
            var distinct = query.DistinctBy(pair => pair.Name).ToArray();
            return Same(Bind(distinct), Bind([.. distinct.Reverse()]));
        }, iter: Iterations);

    [Fact]
    public void CanonicalForm_BoundAgain_IsTheSameBytes() =>
        Query.Sample(query => Bind(query) is not { IsValid: true } bound || Same(bound, Binder.FromJson(bound.Parameters.Utf8, Now)), iter: Iterations);

    private static bool Same(BoundParameters one, BoundParameters other) =>
        one.IsValid == other.IsValid && (one.Parameters?.Utf8 ?? []).AsSpan().SequenceEqual(other.Parameters?.Utf8 ?? []);

    private static BoundParameters Bind((string Name, string Text)[] query) =>
        Binder.FromQuery(query.Select(pair => KeyValuePair.Create<string, IReadOnlyList<string?>>(pair.Name, [pair.Text])), Now);
}
