namespace Aggregator.Definitions;

/// <summary>What an answer means to a source.</summary>
public enum OnEffect
{
    /// <summary>It is good; its body is the value.</summary>
    Ok,

    /// <summary>The source's default stands in its place, and the document lacks nothing.</summary>
    Default,

    /// <summary>The source failed.</summary>
    Fail,

    /// <summary>The call is repeated while attempts are left, then the source failed.</summary>
    Retry,

    /// <summary>What the report is about does not exist: the report is a 404.</summary>
    NotFound,

    /// <summary>The caller's own credential was refused: the report passes a 401 or 403 on.</summary>
    Denied,
}
