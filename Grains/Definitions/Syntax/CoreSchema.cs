using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;

namespace Aggregator.Definitions.Syntax;

/// <summary>The types of plain scalars by the core schema (YAML 1.2.2 §10.3.2): <c>yes</c>, <c>on</c> and <c>1_000</c> are strings.</summary>
internal static partial class CoreSchema
{
    /// <summary>Finds what a plain scalar is, and its JSON text; a string's text is itself.</summary>
    public static (ScalarKind Kind, string Text) Resolve(string plain) => plain switch
    {
        "" or "~" or "null" or "Null" or "NULL" => (ScalarKind.Null, "null"),
        "true" or "True" or "TRUE" => (ScalarKind.Boolean, "true"),
        "false" or "False" or "FALSE" => (ScalarKind.Boolean, "false"),
        _ => NumberText(plain) is { } number ? (ScalarKind.Number, number) : (ScalarKind.String, plain),
    };

    /// <summary>Whether a plain scalar is one of the numbers that JSON cannot write.</summary>
    public static bool IsNotFinite(string plain) => NotFinite().IsMatch(plain);

    /// <summary>A number as JSON writes it, unchanged where that is as it stands; null when it is no number.</summary>
    private static string? NumberText(string plain)
    {
        if (plain[0] is not ('+' or '-' or '.' or (>= '0' and <= '9')))
        {
            return null;
        }

        if (JsonNumber().IsMatch(plain))
        {
            return plain;
        }

        if (OctalOrHex().Match(plain) is { Success: true } based)
        {
            var number = plain[1] == 'x' ? Hexadecimal(based.Groups["hex"].Value) : Octal(based.Groups["octal"].Value);
            return number.ToString(CultureInfo.InvariantCulture);
        }

        return Decimal().Match(plain) is { Success: true } match ? Normalised(match) : null;
    }

    private static BigInteger Hexadecimal(string digits) =>
        BigInteger.Parse("0" + digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    private static BigInteger Octal(string digits) =>
        digits.Aggregate(BigInteger.Zero, (value, digit) => value * 8 + (digit - '0'));

    /// <summary>YAML also takes a plus sign, leading zeros and a bare point.</summary>
    private static string Normalised(Match match)
    {
        var whole = match.Groups["whole"].Value.TrimStart('0');
        var fraction = match.Groups["fraction"].Value;
        return (match.Value[0] == '-' ? "-" : "")
            + (whole.Length == 0 ? "0" : whole)
            + (fraction.Length == 0 ? "" : "." + fraction)
            + match.Groups["exponent"].Value;
    }

    [GeneratedRegex(@"\A-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?\z", RegexOptions.NonBacktracking)]
    private static partial Regex JsonNumber();

    /// <summary>Bounded: writing a number out in decimal takes the square of its length.</summary>
    [GeneratedRegex(@"\A0(?:x(?<hex>[0-9a-fA-F]{1,64})|o(?<octal>[0-7]{1,64}))\z")]
    private static partial Regex OctalOrHex();

    [GeneratedRegex(@"\A[-+]?(?:(?<whole>[0-9]+)(?:\.(?<fraction>[0-9]*))?|\.(?<fraction>[0-9]+))(?<exponent>[eE][-+]?[0-9]+)?\z")]
    private static partial Regex Decimal();

    [GeneratedRegex(@"\A(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))\z")]
    private static partial Regex NotFinite();
}
