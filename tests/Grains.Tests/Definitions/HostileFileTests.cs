using System.Text;
using Aggregator.Definitions;
using CsCheck;

namespace Aggregator.Tests.Definitions;

/// <summary>Whatever bytes a folder holds, loading ends soon, throws nothing, and says something or gives definitions.</summary>
public sealed class HostileFileTests
{
    private const int Mebibyte = 1 << 20;
    private const int Iterations = 2_000;

    private static readonly string[] Seeds =
    [
        .. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Definitions", "Golden"), "*.txt").Order()
            .SelectMany(path => GoldenCase.Parse(File.ReadAllText(path)).Files)
            .Select(file => Encoding.UTF8.GetString(file.Utf8.Span)),
    ];

    private static readonly string[] Fragments =
    [
        "{", "}", "[", "]", ": ", "- ", "? ", "&a ", "*a", "!", "!!", "|", ">", "'", "\"", "\\", "\\U", "%", "@", "`", "#", "\t", "\n", "\r", "---\n",
        "...\n", "<<: ", "${", "${A:-", "}", "\ufeff", "\ud83d\ude00", "\u2028", "0x", "1e9", "~", ",", "null", "on: ", "crm:/", "{a}", "/", "\"\\ud800\"",
    ];

    [Fact]
    public void Load_RandomBytes_NeverThrows() => Gen.Byte.Array[0, 200].Sample(bytes => Check(bytes), iter: Iterations);

    [Fact]
    public void Load_RandomFragments_NeverThrows() =>
        OneOf(Fragments).Array[0, 40].Sample(parts => Check(Encoding.UTF8.GetBytes(string.Concat(parts))), iter: Iterations);

    [Fact]
    public void Load_MutatedDefinitions_NeverThrows() =>
        Gen.Select(OneOf(Seeds), Gen.Select(Gen.Int[0, 2000], Gen.Int[0, 12], OneOf(Fragments)).Array[1, 4])
            .Sample((seed, edits) => Check(Encoding.UTF8.GetBytes(edits.Aggregate(seed, Mutate))), iter: Iterations);

    public static TheoryData<string> LargeFiles() => new(Large.Keys);

    [Theory]
    [MemberData(nameof(LargeFiles))]
    public void Load_LargeFile_EndsSoon(string name)
    {
        var bytes = Encoding.UTF8.GetBytes(Large[name]);
        Check(bytes.AsMemory(0, Math.Min(bytes.Length, Mebibyte)));
    }

    private static readonly Dictionary<string, string> Large = new()
    {
        ["flow sequences"] = Repeat("[", 100_000),
        ["flow mappings"] = Repeat("{", 100_000),
        ["nested flow mappings"] = Repeat("{a: ", 100_000),
        ["block sequences"] = Repeat("- ", 100_000),
        ["complex keys"] = Repeat("? ", 100_000),
        ["closed sequences"] = Repeat("[", 100_000) + Repeat("]", 100_000),
        ["one plain scalar"] = "report: " + Repeat("x", Mebibyte),
        ["one number"] = "report: " + Repeat("1", Mebibyte),
        ["one hexadecimal number"] = "report: 0x" + Repeat("f", Mebibyte),
        ["one quoted scalar"] = "report: \"" + Repeat("x", Mebibyte - 20) + "\"",
        ["one open quote"] = "report: '" + Repeat("x\n", Mebibyte / 2),
        ["one key again and again"] = Repeat("a: 1\n", Mebibyte / 5),
        ["many keys"] = "report: r\n" + string.Concat(Enumerable.Range(0, 60_000).Select(i => $"key{i}: 1\n")),
        ["many unknown upstreams"] = "report: r\nsources:\n" + string.Concat(Enumerable.Range(0, 20_000).Select(i => $"  s{i}: {{ get: \"upstream{i}:/a\" }}\n")),
        ["many upstreams"] = "upstreams:\n" + string.Concat(Enumerable.Range(0, 30_000).Select(i => $"  u{i}: {{ url: https://a{i} }}\n")),
        ["many headers"] = "upstreams:\n  a:\n    url: https://a\n    headers:\n" + string.Concat(Enumerable.Range(0, 40_000).Select(i => $"      X-{i}: a\n")),
        ["many references"] = "upstreams:\n  a:\n    url: '" + Repeat("${A}", 200_000) + "'\n",
        ["many open references"] = "upstreams:\n  a:\n    url: '" + Repeat("${A:-", 200_000) + "'\n",
        ["many blanks"] = Repeat(" ", Mebibyte),
        ["many lines"] = Repeat("\n", Mebibyte - 1) + "a",
        ["many tabs"] = "a:\n" + Repeat("\t", Mebibyte - 4),
        ["many comments"] = Repeat("#\n", Mebibyte / 2),
        ["many anchors"] = Repeat("- &a x\n", Mebibyte / 7),
        ["many aliases"] = "- &a x\n" + Repeat("- *a\n", Mebibyte / 5 - 2),
        ["aliases of aliases"] = string.Concat(Enumerable.Range(1, 60).Select(i => $"a{i}: &a{i} [{(i == 1 ? "x" : $"*a{i - 1},*a{i - 1},*a{i - 1}")}]\n")),
        ["deep aliases"] = string.Concat(Enumerable.Range(1, 500).Select(i => $"a{i}: &a{i} [{(i == 1 ? "x" : $"*a{i - 1}")}]\n")),
        ["tags"] = Repeat("!", Mebibyte),
        ["one anchor"] = "&" + Repeat("a", Mebibyte - 1),
        ["a literal block"] = "report: |\n" + Repeat("  x\n", Mebibyte / 4 - 3),
        ["a folded block of blank lines"] = "report: >\n" + Repeat("\n", Mebibyte - 12),
        ["a long line of plain text"] = "report: " + Repeat("x ", Mebibyte / 2 - 4),
        ["text of many colons"] = "report: " + Repeat("a:", Mebibyte / 2 - 4),
    };

    private static Gen<string> OneOf(string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));

    private static string Mutate(string text, (int Position, int Removed, string Inserted) edit)
    {
        var at = edit.Position % (text.Length + 1);
        return text[..at] + edit.Inserted + text[Math.Min(text.Length, at + edit.Removed)..];
    }

    /// <summary>As YAML and as JSON, beside an upstream that reports may name.</summary>
    private static void Check(ReadOnlyMemory<byte> bytes)
    {
        foreach (var path in new[] { "hostile.yaml", "hostile.json" })
        {
            DefinitionFile[] files = [Loading.File("u.yaml", "upstreams: { up: { url: https://a } }"), new(path, bytes)];
            var result = DefinitionLoader.Load(files, SecretTable.Empty);
            Assert.Equal(result.Definitions is null, result.Problems.Any(problem => problem.Severity == Severity.Error));
            Assert.All(result.Problems, problem => Assert.True(problem.Place is { Line: > 0, Column: > 0 }));
            Assert.All(result.Problems, problem => Assert.True(problem.ToString().Length < 1000, problem.ToString()));
            Assert.NotNull(ProblemText.Render(result.Problems, files));
            Assert.NotNull(ProblemText.RenderJson(result.Problems));
        }
    }
}
