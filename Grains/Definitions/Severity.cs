namespace Aggregator.Definitions;

/// <summary>How bad a problem is.</summary>
public enum Severity
{
    /// <summary>The definitions cannot be used.</summary>
    Error,

    /// <summary>The definitions can be used; something in them is likely a mistake.</summary>
    Warning,
}
