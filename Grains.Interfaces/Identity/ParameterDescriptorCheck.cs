using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Aggregator.Identity;

/// <summary>Checks a parameter's declaration when it is loaded, so that past this no request fails because of the declaration.</summary>
public static class ParameterDescriptorCheck
{
    /// <summary>Everything that is wrong with a declaration.</summary>
    /// <param name="descriptor">The declaration. A limit left at its default cannot be told from one that is not there.</param>
    /// <returns>The problems; none when a <see cref="ParameterBinder"/> can be made of it.</returns>
    public static ImmutableArray<DescriptorProblem> Check(ParameterDescriptor descriptor)
    {
        List<DescriptorProblem> problems = [];
        CheckKind(descriptor, "", problems);
        CheckAbsence(descriptor, problems);
        if (descriptor.Type == ParameterType.Array)
            CheckItems(descriptor, problems);

        // Values can only be held against a declaration that makes sense by itself.
        if (problems.Count == 0)
            CheckValues(descriptor, problems);
        return [.. problems];
    }

    private static void CheckKind(ParameterDescriptor descriptor, string under, List<DescriptorProblem> problems)
    {
        var type = descriptor.Type;
        Fit(type == ParameterType.String, "pattern", descriptor.Pattern);
        Fit(type == ParameterType.String, "format", descriptor.Format);
        Fit(type == ParameterType.String, "minLength", descriptor.MinLength == 0 ? null : descriptor.MinLength);
        Fit(type == ParameterType.String, "maxLength", HasMaxLength(descriptor) ? descriptor.MaxLength : null);
        Fit(type is ParameterType.Integer or ParameterType.Number, "minimum", descriptor.Minimum);
        Fit(type is ParameterType.Integer or ParameterType.Number, "maximum", descriptor.Maximum);
        Fit(type == ParameterType.Array, "minItems", descriptor.MinItems == 0 ? null : descriptor.MinItems);
        Fit(type == ParameterType.Array, "maxItems", descriptor.MaxItems);
        Fit(type == ParameterType.Array, "items", descriptor.Items is null ? null : "a declaration");
        Fit(type != ParameterType.Array, "enum", descriptor.Enum.IsDefaultOrEmpty ? null : "values", "it under items");

        Order("minimum", descriptor.Minimum, "maximum", descriptor.Maximum);
        Count("minLength", descriptor.MinLength, "maxLength", descriptor.MaxLength);
        Count("minItems", descriptor.MinItems, "maxItems", descriptor.MaxItems);
        CheckText(descriptor, under, problems);

        void Fit(bool fits, string key, object? value, string expected = "no such key")
        {
            if (!fits && value is not null)
                problems.Add(new(under + key, FormattableString.Invariant($"{value}"), $"{expected} for type {NameOf(type)}"));
        }

        void Order(string lowKey, decimal? low, string highKey, decimal? high)
        {
            if (low > high)
                problems.Add(new(under + lowKey, Invariant(low.Value), $"at most {highKey}, {Invariant(high.Value)}"));
        }

        void Count(string lowKey, int low, string highKey, int? high)
        {
            if (low < 0)
                problems.Add(new(under + lowKey, Invariant(low), "0 or more"));
            if (high < 0)
                problems.Add(new(under + highKey, Invariant(high.Value), "0 or more"));
            else
                Order(lowKey, low, highKey, high);
        }
    }

    private static void CheckText(ParameterDescriptor descriptor, string under, List<DescriptorProblem> problems)
    {
        if (descriptor.Pattern is { } pattern && !ParameterPattern.TryParse(pattern, out _, out var fault))
            problems.Add(new(under + "pattern", fault, "a regular expression without lookarounds and backreferences"));
        if (descriptor.Format is not { } format || StringFormat.Find(format) is not null)
            return;

        var names = StringFormat.All.Select(known => known.Name);
        var hint = NearNames.DidYouMean(format, names);
        problems.Add(new(under + "format", $"'{format}'", $"one of {string.Join(", ", names)}{(hint is null ? "" : $"; {hint}")}"));
    }

    /// <summary>What is said of a request that does not give the parameter, and of where it comes from.</summary>
    private static void CheckAbsence(ParameterDescriptor descriptor, List<DescriptorProblem> problems)
    {
        var hasDefault = descriptor.Default is not null || descriptor.ClockDefault is not null;
        if (descriptor.Required && hasDefault)
            problems.Add(new("required", "required together with a default", "one of the two"));
        if (descriptor.Claim is { Length: 0 })
            problems.Add(new("claim", "an empty name", "the name of a claim"));
        if (descriptor.ClockDefault is not { } clock)
            return;

        if (descriptor.Default is not null)
            problems.Add(new("default", "a literal and a clock", "one of the two"));
        if (descriptor.Type != ParameterType.String)
            problems.Add(new("default", "a clock", $"a literal for type {NameOf(descriptor.Type)}"));
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(clock.Zone, out var zone) || !zone.HasIanaId)
            problems.Add(new("default.zone", $"'{clock.Zone}'", "an IANA time zone such as Europe/Prague"));

        var format = clock.Reading == ClockReading.Now ? "date-time" : "date";
        if (descriptor.Format is { } declared && declared != format)
            problems.Add(new("default.clock", NameOf(clock.Reading), $"a clock that gives the format {declared}, or the format {format}"));
    }

    private static void CheckItems(ParameterDescriptor descriptor, List<DescriptorProblem> problems)
    {
        if (descriptor.Items is not { } items)
            return;

        if (items.Type == ParameterType.Array)
            problems.Add(new("items.type", "array", "a list of strings, integers, numbers or booleans"));
        else
            CheckKind(items, "items.", problems);

        Belong("default", items.Default is not null || items.ClockDefault is not null);
        Belong("required", items.Required);
        Belong("claim", items.Claim is not null);

        void Belong(string key, bool there)
        {
            if (there)
                problems.Add(new($"items.{key}", key, "it beside items, on the parameter itself"));
        }
    }

    private static void CheckValues(ParameterDescriptor descriptor, List<DescriptorProblem> problems)
    {
        var start = problems.Count;
        CheckEnum(descriptor, "enum.", problems);
        if (descriptor.Items is { } declared)
            CheckEnum(declared, "items.enum.", problems);
        if (problems.Count > start)
            return;

        var rule = new ParameterRule(descriptor with { Default = null });
        if (descriptor.Items is { } items)
            Hold("items.example", items.Example, new(items));
        Hold("default", descriptor.Default, rule);
        Hold("example", descriptor.Example, rule);

        void Hold(string key, string? json, ParameterRule against)
        {
            if (json is not null && Fault(json, against) is { } fault)
                problems.Add(new(key, json, $"a value of the declared kind ({fault})"));
        }
    }

    private static void CheckEnum(ParameterDescriptor descriptor, string under, List<DescriptorProblem> problems)
    {
        if (descriptor.Enum.IsDefaultOrEmpty)
            return;

        var rule = new ParameterRule(descriptor with { Enum = [], Default = null });
        for (var index = 0; index < descriptor.Enum.Length; index++)
        {
            if (Fault(descriptor.Enum[index], rule) is { } fault)
                problems.Add(new(under + Invariant(index), descriptor.Enum[index], $"a value of the declared kind ({fault})"));
        }
    }

    private static string? Fault(string json, ParameterRule rule)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            if (WellFormedText.HasLoneSurrogateEscape(Encoding.UTF8.GetBytes(json)))
                return "found half of a surrogate pair";

            List<string> faults = [];
            rule.Read(document.RootElement, faults);
            return faults is [var first, ..] ? first : null;
        }
        catch (JsonException)
        {
            return "found text that is not JSON";
        }
    }

    private static bool HasMaxLength(ParameterDescriptor descriptor) => descriptor.MaxLength != ParameterDescriptor.DefaultMaxLength;

    private static string Invariant(decimal number) => number.ToString(CultureInfo.InvariantCulture);

    private static string NameOf<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
