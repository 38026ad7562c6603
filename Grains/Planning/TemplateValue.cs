namespace Aggregator.Planning;
/// <summary>x</summary>
public abstract record TemplateValue
{
    /// <summary>x</summary>
    public static TemplateValue From(Aggregator.JmesPath.JsonValue v) => null!;
}
