using System.Collections.Immutable;
using Aggregator.JmesPath;

namespace Aggregator.Planning;

/// <summary>What a template's variable stands for: nothing, a text, a list of texts, or something that no URL can take.</summary>
public readonly struct TemplateValue
{
    private TemplateValue(string? text, ImmutableArray<string>? elements, string? fault)
    {
        Text = text;
        Elements = elements;
        Fault = fault;
    }

    /// <summary>No value (RFC 6570 §2.3).</summary>
    public static TemplateValue Undefined => default;

    /// <summary>The text; null for every other kind.</summary>
    public string? Text { get; }

    /// <summary>The list; null for every other kind.</summary>
    public ImmutableArray<string>? Elements { get; }

    /// <summary>Why no URL can take the value, for people; null when one can.</summary>
    public string? Fault { get; }

    /// <summary>Whether there is no value. A list without elements is a value.</summary>
    public bool IsUndefined => Text is null && Elements is null && Fault is null;

    /// <summary>A text.</summary>
    public static TemplateValue Of(string text) => new(text, null, null);

    /// <summary>A list of texts.</summary>
    public static TemplateValue Of(ImmutableArray<string> elements) => new(null, elements, null);

    /// <summary>What a JSON value stands for: a scalar's text or a list's texts without its nulls; null is undefined.</summary>
    public static TemplateValue From(JsonValue value)
    {
        if (value.Kind != JsonKind.List)
            return value.Kind == JsonKind.Object ? Unusable("an object") : ScalarText(value) is { } text ? Of(text) : Undefined;

        var elements = ImmutableArray.CreateBuilder<string>();
        foreach (var element in value.Elements)
        {
            if (element.Kind is JsonKind.List or JsonKind.Object)
                return Unusable(element.Kind == JsonKind.List ? "a list within a list" : "an object within a list");
            if (ScalarText(element) is { } text)
                elements.Add(text);
        }

        return Of(elements.DrainToImmutable());
    }

    /// <summary>A value that no URL can take.</summary>
    /// <param name="fault">What it is, for people.</param>
    public static TemplateValue Unusable(string fault) => new(null, null, fault);

    private static string? ScalarText(JsonValue value) => value.Kind switch
    {
        JsonKind.String => value.GetString(),
        JsonKind.Number => value.GetNumberText(),
        JsonKind.Boolean => value.GetBoolean() ? "true" : "false",
        _ => null,
    };
}
