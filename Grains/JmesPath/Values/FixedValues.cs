namespace Aggregator.JmesPath.Values;

/// <summary>Values that are made once.</summary>
internal static class FixedValues
{
    public static JsonValue True { get; } = JsonValue.Whole("true"u8.ToArray());

    public static JsonValue False { get; } = JsonValue.Whole("false"u8.ToArray());

    public static JsonValue EmptyList { get; } = JsonValue.Whole("[]"u8.ToArray());

    public static JsonValue EmptyObject { get; } = JsonValue.Whole("{}"u8.ToArray());
}
