using System.Text.RegularExpressions;
using Aggregator.Planning;
using CsCheck;

namespace Aggregator.Tests.Planning;

/// <summary>What holds of every template and every value.</summary>
public sealed partial class UrlTemplatePropertyTests
{
    private const int Iterations = 5000;

    private static readonly string[] Names = ["a", "b", "c.d", "e"];

    private static readonly Gen<string> Text = Gen.OneOf(
        Gen.OneOf<string>("", ".", "..", "/", "%2e", "a", "..;", "?", "#", "\r\n", "\0", "é", "😀", "&a=b", "1.5"), Gen.String[0, 4]);

    private static readonly Gen<TemplateValue> Value = Gen.OneOf(
        Text.Select(TemplateValue.Of),
        Text.Array[0, 3].Select(texts => TemplateValue.Of([.. texts])),
        Gen.Const(TemplateValue.Undefined));

    private static readonly Gen<Dictionary<string, TemplateValue>> Values = Value.Array[Names.Length].Select(
        values => Names.Zip(values).ToDictionary(pair => pair.First, pair => pair.Second));

    private static readonly Gen<string> Term = Gen.Select(Gen.OneOf(Names), Gen.OneOf<string>("", "", "*", ":1", ":2"), string.Concat);

    private static readonly Gen<string> PathPiece = Gen.OneOf(
        Gen.OneOf<string>("x", "/y", ".", "%2e", ";", "/z."),
        Gen.Select(Gen.OneOf<string>("", ".", ";", "/"), Term.Array[1, 2], (op, terms) => $"{{{op}{string.Join(',', terms)}}}"));

    private static readonly Gen<string> QueryPiece = Gen.OneOf(
        Gen.OneOf<string>("k=v", "&k=", "/"),
        Gen.Select(Gen.OneOf<string>("", "&"), Term.Array[1, 2], (op, terms) => $"{{{op}{string.Join(',', terms)}}}"));

    private static readonly Gen<string> Template = Gen.Select(
        PathPiece.Array[0, 4], Gen.OneOf<string>("", "?", "{?e}", "{?a,b*}"), QueryPiece.Array[0, 3],
        (path, query, rest) => $"/s{string.Concat(path)}{query}{(query.Length > 0 ? string.Concat(rest) : "")}");

    private static readonly Uri Base = new("http://upstream.test");

    [Fact]
    public void AnyText_ParsesOrIsPlaced_AndNeverThrows() =>
        Gen.String[Gen.Char["/{}?&;.,*:%2eab#+ \u00e9\ud83d"], 0, 20].Sample(text =>
            UrlTemplate.TryParse(text, out _, out var problem) || (problem?.Offset >= 0 && problem.Offset <= text.Length));

    [Fact]
    public void AnyValues_KeepTheSegmentsAndTheLiteralText() => Gen.Select(Template, Values).Sample((text, values) =>
    {
        if (Expand(text, values) is not { } expanded)
            return true;

        var (path, query) = Split(expanded);
        var segments = path.Split('/').Length - 1;
        return segments == Segments(text, values)
            && Uri.TryCreate(Base, expanded, out var uri) && uri.Host == Base.Host && uri.Fragment == ""
            && uri.AbsolutePath.Split('/').Length - 1 == segments
            && query is null == (uri.Query == "" && !expanded.EndsWith('?'))
            && new Regex(Skeleton(Split(text).Path)).IsMatch(path);
    }, iter: Iterations);

    [Fact]
    public void AnyValues_ExpandAsTheOracleDoes() => Gen.Select(Template, Values).Sample((text, values) =>
    {
        // The letter of the RFC lets an absent {?x} turn what follows into path, which we do not; and where a list begins with an empty
        // element the oracle takes the whole list for an empty value.
        if (Expand(text, values) is not { } expanded || AbsentQuery().IsMatch(text) || values.Values.Any(value => value.Elements is ["", ..]))
            return;

        var given = values.Where(pair => !pair.Value.IsUndefined).ToDictionary(pair => pair.Key, Plain);
        Assert.Equal(Std.UriTemplate.Expand(text, given), expanded);
    }, iter: Iterations);

    [Fact]
    public void CheckSegments_AgreesWithExpand() => Gen.Select(Template, Values).Sample((text, values) =>
        UrlTemplate.TryParse(text, out var template, out _) && template is not null
        && template.CheckSegments(_ => true, variable => values[variable.Path]) is not null
            ? template.Expand(variable => values[variable.Path]) is not TemplateOutcome.Expanded
            : true, iter: Iterations);

    [GeneratedRegex(@"\{\?[^}]*\}.")]
    private static partial Regex AbsentQuery();

    private static string? Expand(string text, Dictionary<string, TemplateValue> values) =>
        UrlTemplate.TryParse(text, out var template, out _)
            ? (template?.Expand(variable => values[variable.Path]) as TemplateOutcome.Expanded)?.PathAndQuery
            : null;

    private static (string Path, string? Query) Split(string text)
    {
        var query = text.IndexOf('?', StringComparison.Ordinal);
        return query < 0 ? (text, null) : (text[..query].TrimEnd('{'), text[(query + 1)..]);
    }

    /// <summary>How many segments the template and its lists say there are.</summary>
    private static int Segments(string text, Dictionary<string, TemplateValue> values)
    {
        var path = Split(text).Path;
        var plain = SegmentExpression().Replace(path, "").Count(character => character == '/');
        return plain + SegmentExpression().Matches(path).SelectMany(match => match.Groups[1].Value.Split(',')).Sum(term =>
            term.EndsWith('*') && values[term.TrimEnd('*')].Elements is { Length: var length } ? length : 1);
    }

    [GeneratedRegex(@"\{/([^}]*)\}")]
    private static partial Regex SegmentExpression();

    /// <summary>The path with each expression as whatever can stand there.</summary>
    private static string Skeleton(string path) =>
        $"^{string.Join(".*", Expression().Split(path).Select(Regex.Escape))}$";

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Expression();

    private static object Plain(KeyValuePair<string, TemplateValue> pair) =>
        pair.Value.Text is { } text ? text : pair.Value.Elements?.ToList() ?? [];
}
