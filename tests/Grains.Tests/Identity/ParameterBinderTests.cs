using System.Text;
using Aggregator.Identity;

namespace Aggregator.Tests.Identity;

/// <summary>From a request's parameters to their canonical form: SPEC §3, Parameters.</summary>
public sealed class ParameterBinderTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 23, 30, 15, 500, TimeSpan.Zero);

    [Theory]
    [InlineData(ParameterType.String, "plain", "\"plain\"")]
    [InlineData(ParameterType.String, "", "\"\"")]
    [InlineData(ParameterType.String, "tab\tand \"quote\" \\ é €", "\"tab\\tand \\\"quote\\\" \\\\ é €\"")]
    [InlineData(ParameterType.Integer, "42", "42")]
    [InlineData(ParameterType.Integer, "+007", "7")]
    [InlineData(ParameterType.Integer, "-0", "0")]
    [InlineData(ParameterType.Integer, "-12", "-12")]
    [InlineData(ParameterType.Integer, "12345678901234567890000000000000000000000000", "12345678901234567890000000000000000000000000")]
    [InlineData(ParameterType.Number, "1.50", "1.5")]
    [InlineData(ParameterType.Number, "1e2", "100")]
    [InlineData(ParameterType.Number, "-0.0", "0")]
    [InlineData(ParameterType.Number, "0.1000000000000000055511151231257827", "0.1000000000000000055511151231257827")]
    [InlineData(ParameterType.Number, "12.5E-3", "0.0125")]
    [InlineData(ParameterType.Number, "1e20", "100000000000000000000")]
    [InlineData(ParameterType.Number, "1e21", "1e21")]
    [InlineData(ParameterType.Number, "-15e399", "-1.5e400")]
    [InlineData(ParameterType.Number, "1e-22", "1e-22")]
    [InlineData(ParameterType.Boolean, "true", "true")]
    [InlineData(ParameterType.Boolean, "false", "false")]
    public void Query_AcceptedText_HasOneCanonicalForm(ParameterType type, string text, string expected) =>
        Assert.Equal($$"""{"p":{{expected}}}""", Canonical(Bind(new() { Name = "p", Type = type }, ("p", text))));

    [Theory]
    [InlineData(ParameterType.String, "nul\0", "NUL")]
    [InlineData(ParameterType.Integer, "", "whole number")]
    [InlineData(ParameterType.Integer, "1.0", "whole number")]
    [InlineData(ParameterType.Integer, "1e3", "whole number")]
    [InlineData(ParameterType.Integer, "--1", "whole number")]
    [InlineData(ParameterType.Integer, " 1", "whole number")]
    [InlineData(ParameterType.Integer, "٣", "whole number")]
    [InlineData(ParameterType.Number, "01", "number")]
    [InlineData(ParameterType.Number, "+1", "number")]
    [InlineData(ParameterType.Number, ".5", "number")]
    [InlineData(ParameterType.Number, "5.", "number")]
    [InlineData(ParameterType.Number, "1e", "number")]
    [InlineData(ParameterType.Number, "NaN", "number")]
    [InlineData(ParameterType.Number, "1e401", "exponent")]
    [InlineData(ParameterType.Number, "1e99999999999", "exponent")]
    [InlineData(ParameterType.Boolean, "True", "true or false")]
    [InlineData(ParameterType.Boolean, "1", "true or false")]
    public void Query_TextOfAnotherType_IsAProblem(ParameterType type, string text, string expected)
    {
        var problem = Assert.Single(Bind(new() { Name = "p", Type = type }, ("p", text)).Problems);
        Assert.Equal("p", problem.Parameter);
        Assert.Contains(expected, problem.Detail);
    }

    [Fact]
    public void Query_LoneSurrogate_IsAProblem() =>
        Assert.Contains("surrogate", Assert.Single(Bind(new() { Name = "p" }, ("p", "a\uD83D")).Problems).Detail);

    [Theory]
    [InlineData("date", "2024-02-29", true)]
    [InlineData("date", "2026-02-29", false)]
    [InlineData("date", "2026-2-09", false)]
    [InlineData("date", " 2026-02-09", false)]
    [InlineData("date-time", "2026-11-23T08:30:00Z", true)]
    [InlineData("date-time", "2026-11-23t08:30:00.123456789+05:30", true)]
    [InlineData("date-time", "2016-12-31T23:59:60Z", true)]
    [InlineData("date-time", "2016-12-31T18:59:60-05:00", true)]
    [InlineData("date-time", "2016-12-31T22:59:60Z", false)]
    [InlineData("date-time", "2026-11-23T08:30:00", false)]
    [InlineData("date-time", "2026-11-23 08:30:00Z", false)]
    [InlineData("date-time", "2026-11-23T24:00:00Z", false)]
    [InlineData("date-time", "2026-11-23T08:30:00.Z", false)]
    [InlineData("date-time", "2026-11-23T08:30:00+24:00", false)]
    [InlineData("date-time", "2026-11-23T08:30:00Z\n", false)]
    [InlineData("uuid", "6f1d3c1e-8f0a-4d0b-9a53-0c5d7e2f4b61", true)]
    [InlineData("uuid", "{6f1d3c1e-8f0a-4d0b-9a53-0c5d7e2f4b61}", false)]
    [InlineData("uuid", "6f1d3c1e-8f0a-4d0b-9a53-0c5d7e2f4b6g", false)]
    [InlineData("email", "ann.o+x@mail.example.com", true)]
    [InlineData("email", "ann@localhost", true)]
    [InlineData("email", "ann@@example.com", false)]
    [InlineData("email", "ann@-example.com", false)]
    [InlineData("email", "ann@example..com", false)]
    [InlineData("email", ".ann@example.com", false)]
    [InlineData("email", "ann b@example.com", false)]
    [InlineData("email", "ann@example.com\r\nBcc: x", false)]
    [InlineData("uri", "https://example.com/a?b=c#d", true)]
    [InlineData("uri", "urn:isbn:0451450523", true)]
    [InlineData("uri", "mailto:ann@example.com", true)]
    [InlineData("uri", "/rooted/path", false)]
    [InlineData("uri", "https://exa mple.com", false)]
    [InlineData("uri", "https://example.com/%zz", false)]
    [InlineData("uri", "https://example.com/a#b#c", false)]
    [InlineData("uri", "://example.com", false)]
    public void Format_HoldsTextToItsRfc(string format, string text, bool accepted) =>
        Assert.Equal(accepted, Bind(new() { Name = "p", Format = format }, ("p", text)).IsValid);

    [Theory]
    [InlineData("^[a-z]+$", "abc", true)]
    [InlineData("^[a-z]+$", "abc\n", false)]
    [InlineData("b", "abc", true)]
    [InlineData(@"^\d+$", "٣", false)]
    [InlineData(@"^[\w$]+$", "a_1$", true)]
    [InlineData(@"^[^\d]+$", "a", true)]
    [InlineData(@"^\w+$", "é", false)]
    [InlineData(@"^[]$]+$", "]$", true)]
    [InlineData(@"^a\$$", "a$", true)]
    [InlineData("^.$", "\r", false)]
    public void Pattern_MatchesAsJsonSchemaSays(string pattern, string text, bool accepted) =>
        Assert.Equal(accepted, Bind(new() { Name = "p", Pattern = pattern }, ("p", text)).IsValid);

    [Fact]
    public void Lengths_CountCodePoints()
    {
        var descriptor = new ParameterDescriptor { Name = "p", MinLength = 2, MaxLength = 2 };
        Assert.True(Bind(descriptor, ("p", "😀😀")).IsValid);
        Assert.False(Bind(descriptor, ("p", "😀")).IsValid);
        Assert.Contains("at most 2000", Assert.Single(Bind(new() { Name = "p" }, ("p", new string('a', 2001))).Problems).Detail);
    }

    [Theory]
    [InlineData("0.9999999999999999999999999", false)]
    [InlineData("1", true)]
    [InlineData("2.50", true)]
    [InlineData("2.500000000000000000000000000001", false)]
    [InlineData("-1e300", false)]
    public void Limits_AreExact(string text, bool accepted) =>
        Assert.Equal(accepted, Bind(new() { Name = "p", Type = ParameterType.Number, Minimum = 1m, Maximum = 2.50m }, ("p", text)).IsValid);

    [Fact]
    public void Enum_ComparesCanonicalValues()
    {
        var descriptor = new ParameterDescriptor { Name = "p", Type = ParameterType.Number, Enum = ["1.0", "2"] };
        Assert.Equal("""{"p":1}""", Canonical(Bind(descriptor, ("p", "1.00"))));
        Assert.Contains("one of 1.0, 2", Assert.Single(Bind(descriptor, ("p", "3")).Problems).Detail);
    }

    [Fact]
    public void Canonical_DeclaredParameters_StandInOrdinalOrderWithDefaultsAndNulls()
    {
        var binder = new ParameterBinder(
        [
            new() { Name = "b" },
            new() { Name = "a", Type = ParameterType.Number, Default = "1.50" },
            new() { Name = "B", Required = true },
        ]);
        Assert.Equal("""{"B":"x","a":1.5,"b":null}""", Canonical(binder.FromQuery(Query(("B", "x")), Now)));
        Assert.Same(CanonicalParameters.None, new ParameterBinder([]).FromQuery([], Now).Parameters);
    }

    [Theory]
    [InlineData(ClockReading.Today, "Europe/Prague", "2026-11-24")]
    [InlineData(ClockReading.Yesterday, "Europe/Prague", "2026-11-23")]
    [InlineData(ClockReading.Today, "America/New_York", "2026-11-23")]
    [InlineData(ClockReading.Now, "Europe/Prague", "2026-11-24T00:30:15+01:00")]
    [InlineData(ClockReading.Now, "UTC", "2026-11-23T23:30:15+00:00")]
    public void ClockDefault_ReadsTheTimeOfTheRequestInItsZone(ClockReading reading, string zone, string expected) =>
        Assert.Equal($$"""{"p":"{{expected}}"}""", Canonical(Bind(new() { Name = "p", ClockDefault = new(reading, zone) })));

    [Fact]
    public void Array_RepeatsInTheQuery()
    {
        var items = new ParameterDescriptor { Name = "p", Type = ParameterType.Integer };
        var descriptor = new ParameterDescriptor { Name = "p", Type = ParameterType.Array, Items = items, MinItems = 2, MaxItems = 3 };
        Assert.Equal("""{"p":[1,2]}""", Canonical(Bind(descriptor, ("p", "01"), ("p", "2"))));
        Assert.Contains("at least 2", Assert.Single(Bind(descriptor, ("p", "1")).Problems).Detail);
        Assert.Contains("at most 3", Assert.Single(Bind(descriptor, ("p", "1"), ("p", "1"), ("p", "1"), ("p", "1")).Problems).Detail);
        Assert.Collection(
            Bind(descriptor, ("p", "x"), ("p", "2"), ("p", "y")).Problems,
            first => Assert.StartsWith("value 1:", first.Detail),
            second => Assert.StartsWith("value 3:", second.Detail));
        Assert.Equal("""{"p":["a"]}""", Canonical(Bind(new() { Name = "p", Type = ParameterType.Array }, ("p", "a"))));
    }

    [Fact]
    public void Query_EverythingWrong_IsReportedAtOnce()
    {
        var binder = new ParameterBinder(
        [
            new() { Name = "owner", Required = true },
            new() { Name = "limit", Type = ParameterType.Integer },
            new() { Name = "tenant", Claim = "tid" },
        ]);
        var problems = binder.FromQuery(Query(("limit", "1"), ("limit", "2"), ("ownr", "x"), ("tenant", "me"), ("_own", "")), Now).Problems;
        Assert.Equal(["ownr", "tenant", "_own", "limit", "owner"], problems.Select(problem => problem.Parameter));
        Assert.Contains("did you mean 'owner'?", problems.Single(problem => problem.Parameter == "ownr").Detail);
        Assert.Contains("comes from the token", problems.Single(problem => problem.Parameter == "tenant").Detail);
        Assert.Contains("2 values", problems.Single(problem => problem.Parameter == "limit").Detail);
        Assert.Contains("required", problems.Single(problem => problem.Parameter == "owner").Detail);
    }

    [Fact]
    public void Query_ThousandsOfUndeclaredNames_AreBounded()
    {
        var names = Enumerable.Range(0, 5000).Select(number => ($"x{number}", ""));
        var problems = new ParameterBinder([]).FromQuery(Query([.. names]), Now).Problems;
        Assert.Equal(ParameterBinder.MaxProblems, problems.Length);
    }

    [Fact]
    public void Claim_AbsentAndOptional_IsNull() =>
        Assert.Equal("""{"p":null}""", Canonical(Bind(new() { Name = "p", Claim = "tid" })));

    [Theory]
    [InlineData("""{"s":"x","i":5,"n":1.50,"b":true,"l":[1,2]}""", """{"b":true,"i":5,"l":[1,2],"n":1.5,"s":"x"}""")]
    [InlineData("""{"i":5.0,"s":"\u0041\ud83d\ude00","n":null}""", """{"b":null,"i":5,"l":null,"n":null,"s":"A\uD83D\uDE00"}""")]
    [InlineData("\uFEFF{\"l\":[]}", """{"b":null,"i":null,"l":[],"n":null,"s":null}""")]
    public void Json_TypedValues_Bind(string body, string expected) => Assert.Equal(expected, Canonical(FromJson(body)));

    [Theory]
    [InlineData("""{"i":"5"}""", "i", "found a string, expected a whole number")]
    [InlineData("""{"i":5.5}""", "i", "whole number")]
    [InlineData("""{"i":1e400}""", "i", "exponent")]
    [InlineData("""{"s":5}""", "s", "found a number, expected a string")]
    [InlineData("""{"b":"true"}""", "b", "true or false")]
    [InlineData("""{"l":1}""", "l", "expected a list")]
    [InlineData("""{"l":[1,null]}""", "l", "value 2: found null")]
    [InlineData("""{"s":{}}""", "s", "found an object")]
    [InlineData("""{"i":1,"i":1}""", "i", "twice")]
    [InlineData("""{"s":"\u0000"}""", "s", "NUL")]
    [InlineData("""{"S":"x"}""", "S", "did you mean 's'?")]
    [InlineData("""{"s":"\ud800"}""", "", "surrogate")]
    [InlineData("""{"\udc00":1}""", "", "surrogate")]
    [InlineData("[]", "", "found a list")]
    [InlineData("", "", "line 1")]
    [InlineData("{", "", "line 1")]
    [InlineData("{}x", "", "line 1")]
    public void Json_AnythingElse_IsAProblem(string body, string parameter, string detail)
    {
        var problem = Assert.Single(FromJson(body).Problems);
        Assert.Equal(parameter, problem.Parameter);
        Assert.Contains(detail, problem.Detail);
    }

    [Fact]
    public void Json_TooDeepOrNotUtf8_IsAProblem()
    {
        Assert.False(FromJson($$"""{"s":{{new string('[', 64)}}{{new string(']', 64)}}}""").IsValid);
        var overlong = new byte[] { (byte)'"', 0xC0, 0xAF, (byte)'"' };
        Assert.Contains("UTF-8", Assert.Single(new ParameterBinder([]).FromJson(overlong, Now).Problems).Detail);
    }

    private static BoundParameters FromJson(string body) => new ParameterBinder(
    [
        new() { Name = "s" },
        new() { Name = "i", Type = ParameterType.Integer },
        new() { Name = "n", Type = ParameterType.Number },
        new() { Name = "b", Type = ParameterType.Boolean },
        new() { Name = "l", Type = ParameterType.Array, Items = new() { Name = "l", Type = ParameterType.Integer } },
    ]).FromJson(Encoding.UTF8.GetBytes(body), Now);

    private static BoundParameters Bind(ParameterDescriptor declared, params (string Name, string Value)[] given) =>
        new ParameterBinder([declared]).FromQuery(Query(given), Now);

    private static IEnumerable<KeyValuePair<string, IReadOnlyList<string?>>> Query(params (string Name, string Value)[] given) =>
        given.Select(pair => KeyValuePair.Create<string, IReadOnlyList<string?>>(pair.Name, [pair.Value]));

    private static string Canonical(BoundParameters bound)
    {
        Assert.Empty(bound.Problems);
        return Encoding.UTF8.GetString(bound.Parameters?.Utf8 ?? []);
    }
}
