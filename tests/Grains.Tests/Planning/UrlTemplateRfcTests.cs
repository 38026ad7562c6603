using Aggregator.Planning;

namespace Aggregator.Tests.Planning;

/// <summary>
/// The cases of the official RFC 6570 suite (uri-templates/uritemplate-test: spec-examples, spec-examples-by-section, extended-tests,
/// negative-tests) as our templates take them. An official template is no path by itself, so each stands after <c>/r</c> unless it brings a
/// slash of its own, and its expansion too.
/// </summary>
/// <remarks>
/// What we take otherwise on purpose: <c>+</c> and <c>#</c> do not load; nor do names with percent-encoding or a digit first; a path
/// variable without a value skips the call; an object fails it, as does an empty or dotted segment.
/// </remarks>
public sealed class UrlTemplateRfcTests
{
    private static readonly Dictionary<string, string> Texts = new()
    {
        ["var"] = "value",
        ["hello"] = "Hello World!",
        ["empty"] = "",
        ["path"] = "/foo/bar",
        ["x"] = "1024",
        ["y"] = "768",
        ["dub"] = "me/too",
        ["half"] = "50%",
        ["who"] = "fred",
        ["base"] = "http://example.com/home/",
        ["v"] = "6",
        ["id"] = "person",
        ["token"] = "12345",
        ["format"] = "json",
        ["q"] = "URI Templates",
        ["page"] = "5",
        ["lang"] = "en",
        ["first_name"] = "John",
        ["last.name"] = "Doe",
        ["number"] = "6",
        ["long"] = "37.76",
        ["lat"] = "-122.427",
        ["group_id"] = "12345",
        ["uri"] = "http://example.org/?uri=http%3A%2F%2Fexample.org%2F",
        ["word"] = "drücken",
        ["random"] = "šöäŸœñê€£¥‡ÑÒÓÔÕÖ×ØÙÚàáâãäåæçÿ",
        ["tab"] = "overview",
        ["admin"] = "admin%2F",
        ["not_pct"] = "%foo",
        ["query"] = "PREFIX dc: <http://purl.org/dc/elements/1.1/> SELECT ?book ?who WHERE { ?book dc:creator ?who }",
    };

    private static readonly Dictionary<string, string[]> Lists = new()
    {
        ["list"] = ["red", "green", "blue"],
        ["count"] = ["one", "two", "three"],
        ["dom"] = ["example", "com"],
        ["ids"] = ["person", "albums"],
        ["fields"] = ["id", "name", "picture"],
        ["geocode"] = ["37.76", "-122.427"],
        ["encoded"] = ["red%25", "%2Fgreen", "blue "],
        ["empty_list"] = [],
    };

    [Theory]
    // Level 1 to 4 examples, and §3.2.2 simple expansion
    [InlineData("{var}", "value")]
    [InlineData("{hello}", "Hello%20World%21")]
    [InlineData("{half}", "50%25")]
    [InlineData("O{empty}X", "OX")]
    [InlineData("map?{x,y}", "map?1024,768")]
    [InlineData("{x,hello,y}", "1024,Hello%20World%21,768")]
    [InlineData("?{x,empty}", "?1024,")]
    [InlineData("?{x,undef}", "?1024")]
    [InlineData("?{undef,y}", "?768")]
    [InlineData("{var:3}", "val")]
    [InlineData("{var:30}", "value")]
    [InlineData("{list}", "red,green,blue")]
    [InlineData("{list*}", "red,green,blue")]
    [InlineData("{count}", "one,two,three")]
    [InlineData("{count*}", "one,two,three")]
    [InlineData("{base}index", "http%3A%2F%2Fexample.com%2Fhome%2Findex")]
    // §3.2.5 labels
    [InlineData("{.who}", ".fred")]
    [InlineData("{.who,who}", ".fred.fred")]
    [InlineData("{.half,who}", ".50%25.fred")]
    [InlineData("www{.dom*}", "www.example.com")]
    [InlineData("X{.var}", "X.value")]
    [InlineData("X{.x,y}", "X.1024.768")]
    [InlineData("X{.var:3}", "X.val")]
    [InlineData("X{.empty}", "X.")]
    [InlineData("X{.list}", "X.red,green,blue")]
    [InlineData("X{.list*}", "X.red.green.blue")]
    // §3.2.6 path segments
    [InlineData("{/who}", "/fred")]
    [InlineData("{/who,who}", "/fred/fred")]
    [InlineData("{/half,who}", "/50%25/fred")]
    [InlineData("{/who,dub}", "/fred/me%2Ftoo")]
    [InlineData("{/var}", "/value")]
    [InlineData("{/var,x}/here", "/value/1024/here")]
    [InlineData("{/var:1,var}", "/v/value")]
    [InlineData("{/list}", "/red,green,blue")]
    [InlineData("{/list*}", "/red/green/blue")]
    [InlineData("{/count*}", "/one/two/three")]
    [InlineData("{/list*,path:4}", "/red/green/blue/%2Ffoo")]
    // §3.2.7 path parameters
    [InlineData("{;who}", ";who=fred")]
    [InlineData("{;half}", ";half=50%25")]
    [InlineData("{;empty}", ";empty")]
    [InlineData("{;v,empty,who}", ";v=6;empty;who=fred")]
    [InlineData("{;x,y}", ";x=1024;y=768")]
    [InlineData("{;x,y,empty}", ";x=1024;y=768;empty")]
    [InlineData("{;hello:5}", ";hello=Hello")]
    [InlineData("{;list}", ";list=red,green,blue")]
    [InlineData("{;list*}", ";list=red;list=green;list=blue")]
    // §3.2.8 queries and §3.2.9 their continuation
    [InlineData("{?who}", "?who=fred")]
    [InlineData("{?half}", "?half=50%25")]
    [InlineData("{?x,y}", "?x=1024&y=768")]
    [InlineData("{?x,y,empty}", "?x=1024&y=768&empty=")]
    [InlineData("{?x,y,undef}", "?x=1024&y=768")]
    [InlineData("{?var:3}", "?var=val")]
    [InlineData("{?list}", "?list=red,green,blue")]
    [InlineData("{?list*}", "?list=red&list=green&list=blue")]
    [InlineData("?fixed=yes{&x}", "?fixed=yes&x=1024")]
    [InlineData("{&who}", "&who=fred")]
    [InlineData("{&half}", "&half=50%25")]
    [InlineData("{&x,y,empty}", "&x=1024&y=768&empty=")]
    [InlineData("{&x,y,undef}", "&x=1024&y=768")]
    [InlineData("{&var:3}", "&var=val")]
    [InlineData("{&list}", "&list=red,green,blue")]
    [InlineData("{&list*}", "&list=red&list=green&list=blue")]
    // Additional examples
    [InlineData("{/id*}", "/person")]
    [InlineData("{/id*}{?fields,first_name,last.name,token}", "/person?fields=id,name,picture&first_name=John&last.name=Doe&token=12345")]
    [InlineData(
        "/search.{format}{?q,geocode,lang,locale,page,result_type}",
        "/search.json?q=URI%20Templates&geocode=37.76,-122.427&lang=en&page=5")]
    [InlineData("/set{?number}", "/set?number=6")]
    [InlineData("/loc{?long,lat}", "/loc?long=37.76&lat=-122.427")]
    [InlineData(
        "/base{/group_id,first_name}/pages{/page,lang}{?format,q}", "/base/12345/John/pages/5/en?format=json&q=URI%20Templates")]
    [InlineData(
        "/sparql{?query}",
        "/sparql?query=PREFIX%20dc%3A%20%3Chttp%3A%2F%2Fpurl.org%2Fdc%2Felements%2F1.1%2F%3E%20SELECT%20%3Fbook%20%3Fwho%20"
        + "WHERE%20%7B%20%3Fbook%20dc%3Acreator%20%3Fwho%20%7D")]
    [InlineData("/go{?uri}", "/go?uri=http%3A%2F%2Fexample.org%2F%3Furi%3Dhttp%253A%252F%252Fexample.org%252F")]
    [InlineData("/service{?word}", "/service?word=dr%C3%BCcken")]
    [InlineData(
        "{random}",
        "%C5%A1%C3%B6%C3%A4%C5%B8%C5%93%C3%B1%C3%AA%E2%82%AC%C2%A3%C2%A5%E2%80%A1%C3%91%C3%92%C3%93%C3%94%C3%95%C3%96%C3%97%C3%98"
        + "%C3%99%C3%9A%C3%A0%C3%A1%C3%A2%C3%A3%C3%A4%C3%A5%C3%A6%C3%A7%C3%BF")]
    [InlineData("{/ids*}", "/person/albums")]
    [InlineData("{/ids*}{?fields,token}", "/person/albums?fields=id,name,picture&token=12345")]
    [InlineData("/r{/empty_list*}", "/r")]
    [InlineData("{?empty_list}", "")]
    [InlineData("{?empty_list*}", "")]
    [InlineData("{admin}", "admin%252F")]
    [InlineData("{not_pct}", "%25foo")]
    [InlineData("{encoded}", "red%2525,%252Fgreen,blue%20")]
    public void Expand_AcceptedOperators_AsTheRfcSays(string template, string expected)
    {
        var prefix = Prefix(template);
        Assert.Equal(new TemplateOutcome.Expanded(prefix + expected), Parse(prefix + template).Expand(Value));
    }

    [Theory]
    [InlineData("O{undef}X")]
    [InlineData("{x,undef}")]
    [InlineData("X{.undef}")]
    [InlineData("{/var,undef}")]
    [InlineData("{;v,undef,who}")]
    public void Expand_PathVariableWithoutValue_Skips(string template) =>
        Assert.Equal(new TemplateOutcome.Skipped("undef"), Parse(Prefix(template) + template).Expand(Value));

    [Theory]
    [InlineData("/r{keys}")]
    [InlineData("/r{keys*}")]
    [InlineData("/r{.keys}")]
    [InlineData("{/keys}")]
    [InlineData("{/keys*}")]
    [InlineData("/r{;keys}")]
    [InlineData("/r{;keys*}")]
    [InlineData("/r{?keys}")]
    [InlineData("/r{?keys*}")]
    [InlineData("/r{&keys*}")]
    [InlineData("/r{?id,token}{&keys*}")]
    [InlineData("/r{keys:1}")]
    [InlineData("/r{?empty_keys*}")]
    [InlineData("{/var,empty}")]
    [InlineData("{/empty_list}")]
    [InlineData("/r{list:1}")]
    public void Expand_ObjectsAndEmptySegments_AreRefused(string template) =>
        Assert.IsType<TemplateOutcome.Refused>(Parse(template).Expand(Value));

    [Theory]
    [InlineData("/{+var}", 2, "'+'")]
    [InlineData("/{+path:6}/here", 2, "'+'")]
    [InlineData("/here?ref={+path}", 11, "'+'")]
    [InlineData("/{#x,hello,y}", 2, "'#'")]
    [InlineData("/test{/Some%20Thing}", 11, "'%'")]
    [InlineData("/{42}", 2, "'4'")]
    [InlineData("/{?1337*}", 3, "'1'")]
    [InlineData("{/id*", 5, "the end of the template")]
    [InlineData("/id*}", 4, "'}'")]
    [InlineData("{/?id}", 2, "'?'")]
    [InlineData("/{var:prefix}", 6, "'p'")]
    [InlineData("/{hello:2*}", 9, "'*'")]
    [InlineData("/{??hello}", 3, "'?'")]
    [InlineData("/{!hello}", 2, "'!'")]
    [InlineData("/{=path}", 2, "'='")]
    [InlineData("/{$var}", 2, "'$'")]
    [InlineData("/{|var*}", 2, "'|'")]
    [InlineData("/{*keys?}", 2, "'*'")]
    [InlineData("/{?empty=default,var}", 8, "'='")]
    [InlineData("/{var}{-prefix|/-/|var}", 7, "'-'")]
    [InlineData("/?q={searchTerms}&amp;c={example:color?}", 33, "'c'")]
    [InlineData("/x{?empty|foo=none}", 9, "'|'")]
    [InlineData("/h{#hello+}", 3, "'#'")]
    [InlineData("/h#{hello+}", 2, "'#'")]
    [InlineData("/?{-join|&|var,list}", 3, "'-'")]
    [InlineData("/people/{~thing}", 9, "'~'")]
    [InlineData("/sparql{?query){&default-graph-uri*}", 14, "')'")]
    [InlineData("/resolution{?x, y}", 15, "' '")]
    public void TryParse_OtherOperatorsAndMalformedTemplates_AreLoadErrors(string template, int offset, string found)
    {
        Assert.False(UrlTemplate.TryParse(template, out _, out var problem));
        Assert.Equal((offset, found), (problem?.Offset, problem?.Found));
    }

    private static string Prefix(string template) => template is ['/', ..] or ['{', '/', ..] ? "" : "/r";

    private static UrlTemplate Parse(string text) =>
        UrlTemplate.TryParse(text, out var template, out var problem) && template is not null
            ? template
            : throw new ArgumentException($"{problem}");

    private static TemplateValue Value(TemplateVariable variable)
    {
        if (Texts.TryGetValue(variable.Path, out var text))
            return TemplateValue.Of(text);
        if (Lists.TryGetValue(variable.Path, out var elements))
            return TemplateValue.Of([.. elements]);
        return variable.Path is "keys" or "empty_keys" ? TemplateValue.Unusable("an object") : TemplateValue.Undefined;
    }
}
