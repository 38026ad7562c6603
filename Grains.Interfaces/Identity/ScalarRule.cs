using System.Collections.Frozen;
using System.Text.Json;

namespace Aggregator.Identity;

/// <summary>What one scalar must be, compiled from its descriptor once.</summary>
/// <remarks>A canonical scalar is the text itself for a string and JSON text for a number or boolean.</remarks>
internal sealed class ScalarRule
{
    private readonly ParameterDescriptor _descriptor;
    private readonly ParameterPattern? _pattern;
    private readonly StringFormat? _format;
    private readonly FrozenSet<string>? _allowed;
    private readonly CanonicalNumber? _minimum;
    private readonly CanonicalNumber? _maximum;

    /// <summary>Compiles a descriptor that <see cref="ParameterDescriptorCheck"/> finds nothing wrong with.</summary>
    /// <param name="descriptor">The descriptor of a scalar.</param>
    /// <exception cref="ArgumentException">The descriptor contradicts itself.</exception>
    public ScalarRule(ParameterDescriptor descriptor)
    {
        _descriptor = descriptor;
        _minimum = descriptor.Minimum is { } minimum ? CanonicalNumber.From(minimum) : null;
        _maximum = descriptor.Maximum is { } maximum ? CanonicalNumber.From(maximum) : null;
        if (descriptor.Format is { } format)
            _format = StringFormat.Find(format) ?? throw new ArgumentException($"unknown format {format}", nameof(descriptor));
        if (descriptor.Pattern is { } text)
        {
            _pattern = ParameterPattern.TryParse(text, out var pattern, out var fault)
                ? pattern
                : throw new ArgumentException(fault, nameof(descriptor));
        }

        if (!descriptor.Enum.IsDefaultOrEmpty)
            _allowed = descriptor.Enum.Select(Literal).ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>Reads a value given as text, as a query string gives it.</summary>
    /// <param name="text">The decoded text.</param>
    /// <param name="canonical">The canonical scalar; without meaning when there is a fault.</param>
    /// <returns>What is wrong; null when nothing is.</returns>
    public string? Read(string text, out string canonical)
    {
        canonical = text;
        switch (_descriptor.Type)
        {
            case ParameterType.Integer:
                return CanonicalNumber.TryParseInteger(text, out var integer)
                    ? Accept(integer, integer.ToIntegerString(), out canonical)
                    : Expected(Quote(text), "a whole number such as 42");
            case ParameterType.Number:
                return CanonicalNumber.TryParse(text, out var number)
                    ? Accept(number, number.ToString(), out canonical)
                    : Expected(Quote(text), NumberMeaning);
            case ParameterType.Boolean:
                return text is "true" or "false" ? Allowed(text) : Expected(Quote(text), "true or false");
            default:
                return CheckText(text);
        }
    }

    /// <summary>Reads a value given as JSON, whose type must be the declared one.</summary>
    /// <param name="json">The value; its strings are well-formed.</param>
    /// <param name="canonical">The canonical scalar; without meaning when there is a fault.</param>
    /// <returns>What is wrong; null when nothing is.</returns>
    public string? Read(JsonElement json, out string canonical)
    {
        canonical = "";
        switch (_descriptor.Type, json.ValueKind)
        {
            case (ParameterType.Integer, JsonValueKind.Number):
                var written = json.GetRawText();
                return CanonicalNumber.TryParse(written, out var integer) && integer.IsInteger && !written.AsSpan().ContainsAny('e', 'E')
                    ? Accept(integer, integer.ToIntegerString(), out canonical)
                    : Expected(Quote(written), "a whole number without an exponent, such as 42");
            case (ParameterType.Number, JsonValueKind.Number):
                return CanonicalNumber.TryParse(json.GetRawText(), out var number)
                    ? Accept(number, number.ToString(), out canonical)
                    : Expected(Quote(json.GetRawText()), NumberMeaning);
            case (ParameterType.Boolean, JsonValueKind.True or JsonValueKind.False):
                canonical = json.GetRawText();
                return Allowed(canonical);
            case (ParameterType.String, JsonValueKind.String):
                canonical = json.GetString() ?? "";
                return CheckText(canonical);
            default:
                return Expected(NameOf(json.ValueKind), NameOf(_descriptor.Type));
        }
    }

    /// <summary>Writes a canonical scalar as JSON.</summary>
    public void Write(Utf8JsonWriter writer, string canonical)
    {
        if (_descriptor.Type == ParameterType.String)
            writer.WriteStringValue(canonical);
        else
            writer.WriteRawValue(canonical, skipInputValidation: true);
    }

    /// <summary>A JSON value's kind as a sentence names it.</summary>
    public static string NameOf(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "a string",
        JsonValueKind.Number => "a number",
        JsonValueKind.True or JsonValueKind.False => "a boolean",
        _ => "null",
    };

    private const int LongestQuote = 60;

    private static readonly string NumberMeaning = $"a number such as 1.5, its exponent at most {CanonicalNumber.MaxExponent}";

    private string? Accept(CanonicalNumber number, string text, out string canonical)
    {
        canonical = text;
        if (_minimum is { } minimum && number.CompareTo(minimum) < 0)
            return Expected(Quote(text), $"at least {minimum}");
        if (_maximum is { } maximum && number.CompareTo(maximum) > 0)
            return Expected(Quote(text), $"at most {maximum}");

        return Allowed(text);
    }

    private string? CheckText(string text)
    {
        if (WellFormedText.Fault(text) is { } fault)
            return Expected(fault, "text without it");

        var length = WellFormedText.CodePoints(text);
        if (length < _descriptor.MinLength)
            return Expected($"{length} characters", $"at least {_descriptor.MinLength}");
        if (length > _descriptor.MaxLength)
            return Expected($"{length} characters", $"at most {_descriptor.MaxLength}");
        if (_format?.IsMatch(text) == false)
            return Expected(Quote(text), _format.Meaning);
        if (_pattern?.IsMatch(text) == false)
            return Expected(Quote(text), $"text that matches {_descriptor.Pattern}");

        return Allowed(text);
    }

    private string? Allowed(string canonical) => _allowed?.Contains(canonical) != false
        ? null
        : Expected(Quote(canonical), $"one of {string.Join(", ", _descriptor.Enum)}");

    /// <summary>Reads one of the definition's own values, to which the list of allowed ones does not apply.</summary>
    private string Literal(string json)
    {
        using var document = JsonDocument.Parse(json);
        return new ScalarRule(_descriptor with { Enum = [] }).Read(document.RootElement, out var canonical) is { } fault
            ? throw new ArgumentException(fault, nameof(json))
            : canonical;
    }

    private static string Expected(string found, string expected) => $"found {found}, expected {expected}";

    private static string NameOf(ParameterType type) => type switch
    {
        ParameterType.Integer => "a whole number",
        ParameterType.Number => "a number",
        ParameterType.Boolean => "true or false",
        _ => "a string",
    };

    private static string Quote(string text) => text.Length <= LongestQuote ? $"'{text}'" : $"'{text.AsSpan(0, LongestQuote)}…'";
}
