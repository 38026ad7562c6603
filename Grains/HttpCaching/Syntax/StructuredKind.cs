namespace Aggregator.HttpCaching.Syntax;

/// <summary>What kind of value a member of a structured field has (RFC 9651 §3).</summary>
public enum StructuredKind
{
    /// <summary>An integer; its text is its digits, with a sign if negative (§3.3.1).</summary>
    Integer,

    /// <summary>A decimal number (§3.3.2).</summary>
    Decimal,

    /// <summary>A string; its text is without quotes and escapes (§3.3.3).</summary>
    String,

    /// <summary>A token (§3.3.4).</summary>
    Token,

    /// <summary>A byte sequence; its text is in base64 (§3.3.5).</summary>
    Bytes,

    /// <summary>True (§3.3.6); what a member without a value is.</summary>
    True,

    /// <summary>False (§3.3.6).</summary>
    False,

    /// <summary>A date; its text is a number of seconds since 1970 (§3.3.7).</summary>
    Date,

    /// <summary>A string with characters beyond ASCII; its text is still percent-encoded (§3.3.8).</summary>
    Display,

    /// <summary>An inner list; it has no text here (§3.1.1).</summary>
    List,
}
