using System.Globalization;

namespace Aggregator.Definitions;

/// <summary>The answers that a rule of <c>on</c> is about, from the most to the least specific.</summary>
public abstract record OnMatch
{
    private OnMatch()
    {
    }

    /// <summary>The answers as a definition writes them: <c>404</c>, <c>4xx</c>, <c>timeout</c>, <c>unreachable</c> or <c>any</c>.</summary>
    public string Text => this switch
    {
        Status status => status.Code.ToString(CultureInfo.InvariantCulture),
        StatusClass group => string.Create(CultureInfo.InvariantCulture, $"{group.Hundreds}xx"),
        Timeout => "timeout",
        Unreachable => "unreachable",
        _ => "any",
    };

    /// <summary>Reads what <see cref="Text"/> gives; null for anything else.</summary>
    /// <param name="text">The text.</param>
    public static OnMatch? Parse(string text) => text switch
    {
        "timeout" => new Timeout(),
        "unreachable" => new Unreachable(),
        "any" => new Any(),
        [>= '1' and <= '5' and var hundreds, 'x', 'x'] => new StatusClass(hundreds - '0'),
        [>= '1' and <= '9', >= '0' and <= '9', >= '0' and <= '9'] => new Status((text[0] - '0') * 100 + (text[1] - '0') * 10 + text[2] - '0'),
        _ => null,
    };

    /// <summary>One status code.</summary>
    /// <param name="Code">The code, 100 to 999.</param>
    public sealed record Status(int Code) : OnMatch;

    /// <summary>A class of status codes, such as 4xx.</summary>
    /// <param name="Hundreds">The first digit.</param>
    public sealed record StatusClass(int Hundreds) : OnMatch;

    /// <summary>No answer in time.</summary>
    public sealed record Timeout : OnMatch;

    /// <summary>No connection, or one that broke.</summary>
    public sealed record Unreachable : OnMatch;

    /// <summary>Every failure that no other rule is about.</summary>
    public sealed record Any : OnMatch;
}
