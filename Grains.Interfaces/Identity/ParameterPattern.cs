using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.RegularExpressions;

namespace Aggregator.Identity;

/// <summary>A parameter's regular expression, ready to match in time linear in the text, whatever a client sends.</summary>
/// <remarks>
/// JSON Schema's patterns are ECMAScript's, matched anywhere in the text. .NET reads some of them otherwise and more loosely, so they are
/// translated: its <c>$</c> also matches before a line feed at the end (<c>^[a-z]+$</c> would let one through into whatever follows),
/// and its <c>\d</c> and <c>\w</c> take the digits and letters of every script.
/// </remarks>
internal sealed class ParameterPattern
{
    private readonly Regex _regex;

    private ParameterPattern(Regex regex) => _regex = regex;

    /// <summary>Reads a pattern.</summary>
    /// <param name="text">The pattern as the definition has it.</param>
    /// <param name="pattern">The pattern, when it can be used.</param>
    /// <param name="fault">Why not, otherwise.</param>
    public static bool TryParse(string text, [NotNullWhen(true)] out ParameterPattern? pattern, [NotNullWhen(false)] out string? fault)
    {
        (pattern, fault) = (null, null);
        try
        {
            // Parsed as written first, so that what is wrong is said of the user's text and not of our translation.
            _ = new Regex(text, Options);
            pattern = new(new Regex(Translate(text), Options));
            return true;
        }
        catch (RegexParseException problem)
        {
            fault = $"{problem.Error} at character {problem.Offset + 1}";
        }
        catch (NotSupportedException)
        {
            fault = "a lookaround, a backreference or another construct that cannot be matched in linear time";
        }

        return false;
    }

    /// <summary>Whether some part of the text matches.</summary>
    public bool IsMatch(string text) => _regex.IsMatch(text);

    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;

    private static string Translate(string pattern)
    {
        var translated = new StringBuilder(pattern.Length + 16);
        var inClass = false;
        for (var at = 0; at < pattern.Length; at++)
        {
            var character = pattern[at];
            if (character == '\\' && at + 1 < pattern.Length)
            {
                translated.Append(Escape(pattern[++at], inClass));
                continue;
            }

            inClass = inClass ? character != ']' || IsFirstInClass(pattern, at) : character == '[';
            translated.Append(inClass ? character.ToString() : character switch
            {
                '$' => @"\z",
                '.' => @"[^\n\r\u2028\u2029]",
                _ => character.ToString(),
            });
        }

        return translated.ToString();
    }

    /// <summary>In .NET a bracket that comes first in a class stands for itself.</summary>
    private static bool IsFirstInClass(string pattern, int at) => pattern[at - 1] == '[' || pattern.AsSpan(0, at).EndsWith("[^");

    private static string Escape(char escaped, bool inClass) => (escaped, inClass) switch
    {
        ('d', true) => "0-9",
        ('d', false) => "[0-9]",
        ('D', true) => @"\x00-\x2F\x3A-\uFFFF",
        ('D', false) => "[^0-9]",
        ('w', true) => "A-Za-z0-9_",
        ('w', false) => "[A-Za-z0-9_]",
        ('W', true) => @"\x00-\x2F\x3A-\x40\x5B-\x5E\x60\x7B-\uFFFF",
        ('W', false) => "[^A-Za-z0-9_]",
        _ => $@"\{escaped}",
    };
}
