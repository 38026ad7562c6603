namespace Aggregator.JmesPath;

/// <summary>The kinds of JSON value (RFC 8259 §3).</summary>
public enum JsonKind
{
    /// <summary>null.</summary>
    Null,

    /// <summary>true or false.</summary>
    Boolean,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A string.</summary>
    String,

    /// <summary>A list.</summary>
    List,

    /// <summary>An object.</summary>
    Object,
}
