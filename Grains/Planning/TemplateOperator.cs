namespace Aggregator.Planning;

/// <summary>How an expression writes its values (RFC 6570 §3.2 and its appendix A).</summary>
/// <param name="First">What stands before the first value.</param>
/// <param name="Separator">What stands between values.</param>
/// <param name="IsNamed">Whether a value follows its variable's name.</param>
/// <param name="IfEmpty">What follows the name of an empty value.</param>
internal sealed record TemplateOperator(string First, string Separator, bool IsNamed, string IfEmpty)
{
    /// <summary><c>{x}</c>: values, by commas.</summary>
    public static TemplateOperator Simple { get; } = new("", ",", false, "");

    /// <summary><c>{.x}</c>: labels.</summary>
    public static TemplateOperator Label { get; } = new(".", ".", false, "");

    /// <summary><c>{/x}</c>: path segments.</summary>
    public static TemplateOperator Segment { get; } = new("/", "/", false, "");

    /// <summary><c>{;x}</c>: path parameters.</summary>
    public static TemplateOperator Parameter { get; } = new(";", ";", true, "");

    /// <summary><c>{?x}</c>: a query; its question mark is the template's to write, when anything follows it.</summary>
    public static TemplateOperator Query { get; } = new("", "&", true, "=");

    /// <summary><c>{&amp;x}</c>: more of a query.</summary>
    public static TemplateOperator Continuation { get; } = new("&", "&", true, "=");

    /// <summary>The operator of a character; null for one that is none of ours.</summary>
    public static TemplateOperator? Of(char character) => character switch
    {
        '.' => Label,
        '/' => Segment,
        ';' => Parameter,
        '?' => Query,
        '&' => Continuation,
        _ => null,
    };

    /// <summary>Whether it writes as a query does, so that an absent value is left out wherever it stands.</summary>
    public bool IsForm => this == Query || this == Continuation;
}
