namespace Aggregator.Identity;

/// <summary>The types a report's parameter can have, named as JSON Schema names them.</summary>
public enum ParameterType
{
    /// <summary>Any text.</summary>
    String,

    /// <summary>A whole number of any size.</summary>
    Integer,

    /// <summary>A decimal number.</summary>
    Number,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Boolean,

    /// <summary>A list of one of the other types; in a query string the parameter is repeated.</summary>
    Array,
}
