using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Aggregator.Resources;

namespace Aggregator.Planning;

/// <summary>Reads a template's text once, from left to right, and stops at the first thing that is wrong with it.</summary>
internal sealed class UrlTemplateParser(string text)
{
    private readonly ImmutableArray<TemplateSegment>.Builder _segments = ImmutableArray.CreateBuilder<TemplateSegment>();
    private readonly ImmutableArray<TemplatePart>.Builder _parts = ImmutableArray.CreateBuilder<TemplatePart>();
    private readonly StringBuilder _literal = new();
    private TemplateTerm? _first;
    private int _at;
    private int _segmentStart;
    private bool _inQuery;
    private bool _queryIsOptional;

    /// <summary>What is wrong; null when nothing is.</summary>
    public TemplateProblem? Problem { get; private set; }

    /// <summary>Reads the template.</summary>
    /// <returns>The template; null when there is a problem.</returns>
    public UrlTemplate? Parse()
    {
        if (text is ['/', ..])
            _at = _segmentStart = 1;
        else if (!text.StartsWith("{/", StringComparison.Ordinal))
            Fail(0, "'/'");

        while (Problem is null && _at < text.Length)
        {
            if (text[_at] == '{')
                ReadExpression();
            else
                ReadLiteral(text[_at]);
        }

        if (Problem is null && !_inQuery)
            EndSegment(isLast: true);
        if (Problem is not null)
            return null;

        EndLiteral();
        return new(text, _segments.ToImmutable(), _inQuery ? _parts.ToImmutable() : default, _queryIsOptional);
    }

    private void ReadLiteral(char character)
    {
        if (character == '%' && !PercentEncoding.StartsWithTriple(text.AsSpan(_at)))
            Fail(_at, "two hexadecimal digits after '%'; a percent sign itself is %25");
        else if (character == '}')
            Fail(_at, "'{' before it; a brace itself is %7D");
        else if (character == '#')
            Fail(_at, "a path and query only: a fragment is never sent; the character itself is %23");
        else if (!_inQuery && character == '?')
            BeginQuery(isOptional: false);
        else if (!_inQuery && character == '/')
            BeginSegment();
        else if (character != '%' && !(_inQuery ? PercentEncoding.IsQueryCharacter(character) : PercentEncoding.IsPathCharacter(character)))
            Fail(_at, $"a character that a URL may have; this one is written {Encoded()}");
        else
            _literal.Append(character);
        _at++;
    }

    private void BeginSegment()
    {
        EndSegment(isLast: false);
        _segmentStart = _at + 1;
    }

    private void BeginQuery(bool isOptional)
    {
        EndSegment(isLast: true);
        _inQuery = true;
        _queryIsOptional = isOptional;
    }

    private void EndSegment(bool isLast)
    {
        EndLiteral();
        if (_first is null && _parts.Count == 0 && !isLast)
            Fail(_segmentStart, "a path segment that is not empty");
        else if (_first is null && _parts is [TemplatePart.Literal literal] && PathSegment.IsStructural(literal.Text))
            Fail(_segmentStart, "a path segment that names something, not '.' or '..'");

        _segments.Add(new(_first, _parts.DrainToImmutable()));
        _first = null;
    }

    private void EndLiteral()
    {
        if (_literal.Length > 0)
            _parts.Add(new TemplatePart.Literal(_literal.ToString()));
        _literal.Clear();
    }

    private void ReadExpression()
    {
        var start = _at++;
        var @operator = TemplateOperator.Simple;
        if (_at < text.Length && !char.IsAsciiLetter(text[_at]))
        {
            if (TemplateOperator.Of(text[_at]) is not { } known)
            {
                Fail(_at, NotAnOperator(text[_at]));
                return;
            }

            @operator = known;
            _at++;
        }

        if (@operator == TemplateOperator.Query && _inQuery)
        {
            Fail(start, "{&…} here: the query has begun already");
            return;
        }

        var position = _inQuery || @operator.IsForm ? TemplatePosition.Query : TemplatePosition.Path;
        if (ReadTerms(position) is { } terms)
            Add(@operator, terms, start);
    }

    private void Add(TemplateOperator @operator, ImmutableArray<TemplateTerm> terms, int start)
    {
        if (@operator == TemplateOperator.Query)
            BeginQuery(isOptional: true);
        if (@operator != TemplateOperator.Segment || _inQuery)
        {
            EndLiteral();
            _parts.Add(new TemplatePart.Expression(@operator, terms));
            return;
        }

        foreach (var term in terms)
        {
            if (start > 0 || _first is not null)
                EndSegment(isLast: false);
            _first = term;
            start = _segmentStart = _at;
        }
    }

    private ImmutableArray<TemplateTerm>? ReadTerms(TemplatePosition position)
    {
        var terms = ImmutableArray.CreateBuilder<TemplateTerm>();
        while (ReadTerm(position) is { } term)
        {
            terms.Add(term);
            if (_at < text.Length && text[_at] == '}')
            {
                _at++;
                return terms.ToImmutable();
            }

            if (_at >= text.Length || text[_at] != ',')
            {
                Fail(_at, term.Explode || term.Prefix > 0 ? "',' or '}'" : "',', '*', ':' or '}'");
                return null;
            }

            _at++;
        }

        return null;
    }

    private TemplateTerm? ReadTerm(TemplatePosition position)
    {
        var start = _at;
        do
        {
            if (_at >= text.Length || !char.IsAsciiLetter(text[_at]))
            {
                Fail(_at, "a name: letters, digits and '_', a letter first");
                return null;
            }

            while (_at < text.Length && (char.IsAsciiLetterOrDigit(text[_at]) || text[_at] == '_'))
                _at++;
        }
        while (_at < text.Length && text[_at] == '.' && ++_at > 0);

        var variable = new TemplateVariable(text[start.._at], position);
        if (_at < text.Length && text[_at] == '*')
        {
            _at++;
            return new(variable, true, 0);
        }

        return _at < text.Length && text[_at] == ':' ? ReadPrefix(variable) : new(variable, false, 0);
    }

    /// <summary>RFC 6570 §2.4.1: one to four digits, the first not 0.</summary>
    private TemplateTerm? ReadPrefix(TemplateVariable variable)
    {
        var start = ++_at;
        while (_at < text.Length && char.IsAsciiDigit(text[_at]))
            _at++;

        if (_at - start is >= 1 and <= 4 && text[start] != '0')
            return new(variable, false, int.Parse(text.AsSpan(start, _at - start), CultureInfo.InvariantCulture));

        Fail(start, "a length from 1 to 9999");
        return null;
    }

    private static string NotAnOperator(char character) => character switch
    {
        '+' or '#' => "a name, '.', '/', ';', '?' or '&': a value that is not encoded could change the URL's structure",
        _ => "a name, '.', '/', ';', '?' or '&'",
    };

    private string Encoded()
    {
        var encoded = new StringBuilder();
        _ = Rune.DecodeFromUtf16(text.AsSpan(_at), out _, out var length);
        PercentEncoding.Append(encoded, text.AsSpan(_at, length));
        return encoded.ToString();
    }

    private void Fail(int offset, string expected) =>
        Problem ??= new(offset, offset < text.Length ? $"'{Found(offset)}'" : "the end of the template", expected);

    /// <summary>The offending character; a whole one where it takes two code units, and none that would upset a terminal.</summary>
    private string Found(int offset) =>
        Rune.TryGetRuneAt(text, offset, out var rune) && !Rune.IsControl(rune)
            ? rune.ToString()
            : string.Create(CultureInfo.InvariantCulture, $"U+{(int)text[offset]:X4}");
}
