using System.Globalization;
using System.Text.Json;

namespace Aggregator.Identity;

/// <summary>One declared parameter, compiled from its descriptor once: what a value must be and what stands in for an absent one.</summary>
internal sealed class ParameterRule
{
    private readonly ScalarRule _scalar;
    private readonly JsonEncodedText _name;
    private readonly ParameterValue? _default;
    private readonly TimeZoneInfo? _zone;

    /// <summary>Compiles a descriptor that <see cref="ParameterDescriptorCheck"/> finds nothing wrong with.</summary>
    /// <param name="descriptor">The descriptor.</param>
    /// <exception cref="ArgumentException">The descriptor contradicts itself.</exception>
    /// <exception cref="TimeZoneNotFoundException">The zone of its clock default is unknown here.</exception>
    public ParameterRule(ParameterDescriptor descriptor)
    {
        Descriptor = descriptor;
        _name = JsonEncodedText.Encode(descriptor.Name);
        _scalar = new(IsList ? descriptor.Items ?? AnyText : descriptor);
        _zone = descriptor.ClockDefault is { } clock ? TimeZoneInfo.FindSystemTimeZoneById(clock.Zone) : null;
        if (descriptor.Default is not { } literal)
            return;

        using var document = JsonDocument.Parse(literal);
        List<string> faults = [];
        _default = Read(document.RootElement, faults);
        if (faults is [var fault, ..])
            throw new ArgumentException($"default of {descriptor.Name}: {fault}", nameof(descriptor));
    }

    /// <summary>What the rule was compiled from.</summary>
    public ParameterDescriptor Descriptor { get; }

    private bool IsList => Descriptor.Type == ParameterType.Array;

    /// <summary>The elements of a list whose definition does not say.</summary>
    private static ParameterDescriptor AnyText { get; } = new() { Name = "items" };

    /// <summary>Reads what a query string gives under the parameter's name.</summary>
    /// <param name="given">The decoded values; at least one.</param>
    /// <param name="faults">What is wrong is added to it.</param>
    public ParameterValue? Read(IReadOnlyList<string?> given, List<string> faults)
    {
        if (!IsList)
        {
            if (given.Count > 1)
                return Refuse($"found {given.Count} values, expected one", faults);
            return _scalar.Read(given[0] ?? "", out var canonical) is { } fault ? Refuse(fault, faults) : new(canonical, null);
        }

        var elements = new string[given.Count];
        for (var index = 0; index < elements.Length; index++)
            Add(_scalar.Read(given[index] ?? "", out elements[index]), index, faults);
        return CheckCount(elements, faults);
    }

    /// <summary>Reads what a JSON object has under the parameter's name.</summary>
    /// <param name="json">The value, not null.</param>
    /// <param name="faults">What is wrong is added to it.</param>
    public ParameterValue? Read(JsonElement json, List<string> faults)
    {
        if (!IsList)
            return _scalar.Read(json, out var canonical) is { } fault ? Refuse(fault, faults) : new(canonical, null);
        if (json.ValueKind != JsonValueKind.Array)
            return Refuse($"found {ScalarRule.NameOf(json.ValueKind)}, expected a list", faults);

        var elements = new string[json.GetArrayLength()];
        var index = 0;
        foreach (var element in json.EnumerateArray())
        {
            Add(_scalar.Read(element, out elements[index]), index, faults);
            index++;
        }

        return CheckCount(elements, faults);
    }

    /// <summary>What stands in for an absent value; null when nothing does.</summary>
    /// <param name="now">When the request was bound.</param>
    public ParameterValue? Default(DateTimeOffset now)
    {
        if (_zone is null || Descriptor.ClockDefault is not { } clock)
            return _default;

        var local = TimeZoneInfo.ConvertTime(now, _zone);
        return new(clock.Reading switch
        {
            ClockReading.Today => local.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ClockReading.Yesterday => local.DateTime.AddDays(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            _ => local.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture),
        }, null);
    }

    /// <summary>Writes the parameter as a member of a JSON object.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="value">The value; null for null.</param>
    public void Write(Utf8JsonWriter writer, ParameterValue? value)
    {
        writer.WritePropertyName(_name);
        if (value is { Scalar: { } scalar })
        {
            _scalar.Write(writer, scalar);
        }
        else if (value is { Elements: { } elements })
        {
            writer.WriteStartArray();
            foreach (var element in elements)
                _scalar.Write(writer, element);
            writer.WriteEndArray();
        }
        else
        {
            writer.WriteNullValue();
        }
    }

    private ParameterValue? CheckCount(string[] elements, List<string> faults)
    {
        if (elements.Length < Descriptor.MinItems)
            return Refuse($"found {elements.Length} values, expected at least {Descriptor.MinItems}", faults);
        if (elements.Length > Descriptor.MaxItems)
            return Refuse($"found {elements.Length} values, expected at most {Descriptor.MaxItems}", faults);

        return new(null, elements);
    }

    private static void Add(string? fault, int index, List<string> faults)
    {
        if (fault is not null && faults.Count < ParameterBinder.MaxProblems)
            faults.Add($"value {index + 1}: {fault}");
    }

    private static ParameterValue? Refuse(string fault, List<string> faults)
    {
        faults.Add(fault);
        return null;
    }
}
