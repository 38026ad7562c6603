using System.Text;
using Aggregator.JmesPath;

namespace Aggregator.Tests.JmesPath;

public sealed class PassThroughTests
{
    public static TheoryData<string> Oddities { get; } =
    [
        "10.00", "1e400", "1E2", "-0", "-0.0", "0.1234567890123456789012345678901", "123456789012345678901234567890123456789",
        "1E+0", "1e-999999999999",
        """
        "\u0061\/\"\\ é 😀 \ud83d\ude00"
        """,
        """[ 1 , 2.50 ,{ "a" : null } ]""",
        "{ }", "[\n]", "true", "\"\"",
    ];

    [Theory]
    [MemberData(nameof(Oddities))]
    public void WhatNothingComputesWith_ComesOutByteForByte(string written)
    {
        var json = $$$"""{"k":[{"v":{{{written}}},"on":true},{"v":{{{written}}},"on":false}],"o":{"x":{{{written}}}}}""";
        Assert.Equal(written, Run.Search("k[0].v", json));
        Assert.Equal(written, Run.Search("k[-1].v", json));
        Assert.Equal($"[{written},{written}]", Run.Search("k[*].v", json));
        Assert.Equal($"[{written},{written}]", Run.Search("k[:].v", json));
        Assert.Equal($"[{written}]", Run.Search("k[?on].v", json));
        Assert.Equal($"[{written}]", Run.Search("o.*", json));
        Assert.Equal($"[{written}]", Run.Search("values(o)", json));
        Assert.Equal($$"""[{"w":{{written}},"on":true}]""", Run.Search("k[?on].{w: v, on: on}", json));
        Assert.Equal($$$"""[{{{written}}},{"a":{{{written}}}}]""", Run.Search("o | [x, {a: x}]", json));
        Assert.Equal(written, Run.Search("let $v = o.x in $v", json));
        Assert.Equal($$$"""{"x":{{{written}}}}""", Run.Search("merge(`{}`, o)", json));
    }

    [Theory]
    [InlineData("sort(@)", "[3.0,1e0,2.00]", "[1e0,2.00,3.0]")]
    [InlineData("max(@)", "[1.10,1e1,9]", "1e1")]
    [InlineData("min(@)", "[1.10,1e1,9]", "1.10")]
    [InlineData("reverse(@)", "[1.10,1e1]", "[1e1,1.10]")]
    [InlineData("abs(@)", "-1.50", "1.50")]
    [InlineData("ceil(@)", "1e400", "1e400")]
    [InlineData("to_number(@)", "\"1.10e2\"", "1.10e2")]
    [InlineData("sort(@)", """["b","\u0061"]""", """["\u0061","b"]""")]
    [InlineData("keys(@)", """{"\u0061":1,"b":2}""", """["\u0061","b"]""")]
    [InlineData("group_by(@, &k)", """[{"k":"x","n":1.0},{"k":"\u0078","n":2.0}]""", """{"x":[{"k":"x","n":1.0},{"k":"\u0078","n":2.0}]}""")]
    [InlineData("zip(@, @)", "[1.0]", "[[1.0,1.0]]")]
    public void FunctionsThatOnlyChoose_KeepWhatIsWritten(string expression, string json, string expected) =>
        Assert.Equal(expected, Run.Search(expression, json));

    [Theory]
    [InlineData("a", """{"a":1,"b":2,"a":3}""", "3")]
    [InlineData("a", """{"a":1,"\u0061":3}""", "3")]
    [InlineData("keys(@)", """{"a":1,"b":2,"a":3}""", """["a","b"]""")]
    [InlineData("values(@)", """{"a":1,"b":2,"a":3}""", "[3,2]")]
    [InlineData("*", """{"a":1,"b":2,"a":3}""", "[3,2]")]
    [InlineData("length(@)", """{"a":1,"b":2,"a":3}""", "2")]
    [InlineData("items(@)", """{"a":1,"a":3}""", """[["a",3]]""")]
    [InlineData("[a, b]", """{"a":1,"b":2,"a":3}""", "[3,2]")]
    [InlineData("@ == `{\"b\":2,\"a\":3}`", """{"a":1,"b":2,"a":3}""", "true")]
    [InlineData("@ == `{\"a\":1}`", """{"a":1,"b":2}""", "false")]
    [InlineData("{a: `1`, b: `2`, a: `3`}", "null", """{"a":3,"b":2}""")]
    public void OfMembersWithOneName_TheLastCounts(string expression, string json, string expected) =>
        Assert.Equal(expected, Run.Search(expression, json));

    [Fact]
    public void ManyMembers_AreLookedUpAndToldApartAsFewAre()
    {
        var json = "{" + string.Join(',', Enumerable.Range(0, 1000).Select(static i => $"\"m{i % 500}\":{i}")) + "}";
        Assert.Equal("500", Run.Search("length(@)", json));
        Assert.Equal("999", Run.Search("m499", json));
        Assert.Equal("500", Run.Search("values(@)[0]", json));
        Assert.Equal("true", Run.Search("@ == merge(@, `{}`)", json));
    }

    [Fact]
    public void AValueOverPartOfABuffer_ReadsThatPart()
    {
        var bytes = Encoding.UTF8.GetBytes("""xx  {"a":[1,2]}  yy""");
        var value = JsonValue.FromChecked(bytes.AsMemory(2, bytes.Length - 4));
        Assert.Equal("""{"a":[1,2]}""", Run.Text(value));
        Assert.Equal("2", Run.Text(Run.Evaluate("a[1]", value)));
    }

    [Fact]
    public void ValuesThatAreMade_AreReadBack()
    {
        var made = JsonValue.FromObject(
        [
            new("text", JsonValue.FromString("a\"\n\u0001é")),
            new("number", JsonValue.FromNumber(10.50m)),
            new("yes", JsonValue.FromBoolean(true)),
            new("list", JsonValue.FromList([JsonValue.Null, JsonValue.FromBoolean(false)])),
            new("number", JsonValue.FromNumber(-0.0m)),
            new("nothing", JsonValue.FromList([])),
        ]);
        Assert.Equal("""{"text":"a\"\n\u0001é","number":0,"yes":true,"list":[null,false],"nothing":[]}""", Run.Text(made));
        Assert.Equal(["text", "number", "yes", "list", "nothing"], made.Members.Select(static member => member.Key));
        Assert.True(made.TryGetMember("text", out var text));
        Assert.Equal("a\"\n\u0001é", text.GetString());
        Assert.True(made.TryGetMember("yes", out var yes) && yes.GetBoolean() && yes.IsTruthy);
        Assert.True(made.TryGetMember("number", out var number));
        Assert.Equal("0", number.GetNumberText());
        Assert.Equal(2, made.TryGetMember("list", out var list) ? list.Elements.Count() : 0);
        Assert.False(made.TryGetMember("missing", out _));
        Assert.False(text.TryGetMember("x", out _));
        Assert.Empty(text.Elements);
        Assert.Empty(list.Members);
        Assert.Throws<InvalidOperationException>(() => text.GetNumberText());
        Assert.Throws<InvalidOperationException>(() => JsonValue.Null.GetString());
        Assert.Equal(JsonKind.Null, default(JsonValue).Kind);
        Assert.Equal("null", Run.Text(default));
    }

    [Fact]
    public void APathOverText_AllocatesNothingButTheRun()
    {
        var root = Run.Value("""{"a":{"b":[1,{"c":"\u0061"}]}}""");
        var expression = Run.Parse("a.b[1].c");
        var budget = new EvaluationBudget();
        long Allocated()
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            _ = expression.Evaluate(root, Variables.None, budget, CancellationToken.None);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        _ = Allocated();
        Assert.InRange(Allocated(), 0, 128);
    }
}
