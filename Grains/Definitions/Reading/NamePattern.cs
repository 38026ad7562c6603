using System.Text.RegularExpressions;

namespace Aggregator.Definitions.Reading;

/// <summary>What names may look like.</summary>
internal static partial class NamePattern
{
    /// <summary>The reserved names: what expressions and templates see of an element and an answer.</summary>
    public static bool IsReserved(string name) => name is "item" or "items" or "index" or "response";

    /// <summary>Names of reports and upstreams, which stand in URLs.</summary>
    [GeneratedRegex(@"\A[a-z0-9]+(?:[.-][a-z0-9]+)*\z", RegexOptions.NonBacktracking)]
    public static partial Regex Dashed();

    /// <summary>Names of parameters, constants, sources and <c>with</c>, which stand in expressions.</summary>
    [GeneratedRegex(@"\A[A-Za-z][A-Za-z0-9_]*\z", RegexOptions.NonBacktracking)]
    public static partial Regex Identifier();

    /// <summary>Header field names: a token (RFC 9110 §5.1, §5.6.2).</summary>
    [GeneratedRegex(@"\A[-!#$%&'*+.^_`|~0-9A-Za-z]+\z", RegexOptions.NonBacktracking)]
    public static partial Regex HeaderField();
}
