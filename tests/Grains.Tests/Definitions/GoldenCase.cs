using System.Text;
using System.Text.RegularExpressions;
using Aggregator.Definitions;

namespace Aggregator.Tests.Definitions;

/// <summary>
/// One golden file: sections <c>--- file: NAME</c> with the input, <c>--- variables</c> with a line <c>NAME=value</c> for each variable or
/// file (in which <c>\n</c> is a line break), and at the end <c>--- expect</c> with what loading gives.
/// </summary>
internal sealed partial record GoldenCase(IReadOnlyList<DefinitionFile> Files, SecretTable Secrets, string Input, string Expected)
{
    private const string ExpectHeader = "--- expect\n";

    public static GoldenCase Parse(string text)
    {
        var cut = text.IndexOf(ExpectHeader, StringComparison.Ordinal);
        var input = cut < 0 ? text : text[..cut];
        var files = new List<DefinitionFile>();
        var variables = new Dictionary<string, string>();
        var parts = Header().Split(input);
        for (var i = 1; i + 1 < parts.Length; i += 2)
        {
            if (parts[i].StartsWith("file: ", StringComparison.Ordinal))
            {
                files.Add(new(parts[i]["file: ".Length..], Encoding.UTF8.GetBytes(parts[i + 1])));
                continue;
            }

            foreach (var pair in parts[i + 1].Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('=', 2)))
            {
                variables.Add(pair[0], pair[1].Replace("\\n", "\n", StringComparison.Ordinal));
            }
        }

        return new(files, new(variables), input, cut < 0 ? "" : text[(cut + ExpectHeader.Length)..]);
    }

    /// <summary>The golden file again, with what loading gives now.</summary>
    public string WithExpected(string actual) => Input + ExpectHeader + actual;

    [GeneratedRegex(@"^--- (file: .+|variables)\n", RegexOptions.Multiline)]
    private static partial Regex Header();
}
