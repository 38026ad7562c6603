using System.Text;
using System.Text.Json;
using Aggregator.JmesPath;

namespace Aggregator.Tests.JmesPath;

public sealed class JsonTextTests
{
    [Theory]
    [InlineData("a number", "0")]
    [InlineData("negative zero", "-0")]
    [InlineData("all parts of a number", "-12.50e+07")]
    [InlineData("an exponent without a sign", "1E5")]
    [InlineData("a huge exponent", "1e999999999999999999")]
    [InlineData("an empty string", "\"\"")]
    [InlineData("every short escape", "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"")]
    [InlineData("a unicode escape", "\"\\u00e9\\uABCD\"")]
    [InlineData("an escaped pair", "\"\\ud83d\\ude00\"")]
    [InlineData("an escaped zero", "\"\\u0000\"")]
    [InlineData("raw text beyond the BMP", "\"é😀\"")]
    [InlineData("DEL", "\"\u007f\"")]
    [InlineData("words", "[true,false,null]")]
    [InlineData("empty containers", "[[],{},[{}],{\"\":[]}]")]
    [InlineData("space everywhere", " \t\r\n[ 1 , 2 , { \"a\" : null } ]\n")]
    [InlineData("members of one name", "{\"a\":1,\"a\":2}")]
    public void AcceptedText_HasNoProblem(string name, string json)
    {
        Assert.NotEmpty(name);
        Assert.Null(JsonText.Check(Encoding.UTF8.GetBytes(json)));
    }

    [Theory]
    [InlineData("nothing", "", 0)]
    [InlineData("only space", "  ", 2)]
    [InlineData("two values", "1 2", 2)]
    [InlineData("a comma after the value", "1,", 1)]
    [InlineData("a leading zero", "01", 1)]
    [InlineData("a plus sign", "+1", 0)]
    [InlineData("a lone minus", "-", 1)]
    [InlineData("no digit before the point", ".5", 0)]
    [InlineData("no digit after the point", "1.", 2)]
    [InlineData("no digit in the exponent", "1e", 2)]
    [InlineData("no digit after the exponent's sign", "1e+", 3)]
    [InlineData("hexadecimal", "0x1", 1)]
    [InlineData("not a number", "NaN", 0)]
    [InlineData("infinity", "-Infinity", 1)]
    [InlineData("a word in capitals", "True", 0)]
    [InlineData("half a word", "tru", 0)]
    [InlineData("a longer word", "nulll", 4)]
    [InlineData("an open string", "\"abc", 4)]
    [InlineData("single quotes", "'a'", 0)]
    [InlineData("a raw newline", "\"a\nb\"", 2)]
    [InlineData("a raw tab", "\"\t\"", 1)]
    [InlineData("a raw zero", "\"\0\"", 1)]
    [InlineData("an unknown escape", "\"\\x\"", 1)]
    [InlineData("a cut escape", "\"\\", 1)]
    [InlineData("three hexadecimal digits", "\"\\u00e\"", 1)]
    [InlineData("a letter among hexadecimal digits", "\"\\u00g0\"", 1)]
    [InlineData("a sign among hexadecimal digits", "\"\\u+123\"", 1)]
    [InlineData("space among hexadecimal digits", "\"\\u 123\"", 1)]
    [InlineData("a lone high surrogate", "\"\\ud800\"", 1)]
    [InlineData("a lone low surrogate", "\"\\udc00\"", 1)]
    [InlineData("two high surrogates", "\"\\ud800\\ud800\"", 1)]
    [InlineData("a surrogate and a letter", "\"\\ud800a\"", 1)]
    [InlineData("an open list", "[1", 2)]
    [InlineData("a trailing comma in a list", "[1,]", 3)]
    [InlineData("a leading comma in a list", "[,1]", 1)]
    [InlineData("no comma in a list", "[1 2]", 3)]
    [InlineData("a list closed as an object", "[1}", 2)]
    [InlineData("a closing bracket alone", "]", 0)]
    [InlineData("an open object", "{", 1)]
    [InlineData("an object closed as a list", "{\"a\":1]", 6)]
    [InlineData("a trailing comma in an object", "{\"a\":1,}", 7)]
    [InlineData("no quotes around a name", "{a:1}", 1)]
    [InlineData("no colon", "{\"a\" 1}", 5)]
    [InlineData("no value", "{\"a\":}", 5)]
    [InlineData("two colons", "{\"a\"::1}", 5)]
    [InlineData("a comment", "/* */1", 0)]
    [InlineData("a form feed as space", "\f1", 0)]
    [InlineData("a no-break space", "\u00a01", 0)]
    [InlineData("a byte order mark", "\ufeff1", 0)]
    public void RefusedText_HasAProblemWithItsPlace(string name, string json, int offset)
    {
        Assert.NotEmpty(name);
        var problem = JsonText.Check(Encoding.UTF8.GetBytes(json));
        Assert.NotNull(problem);
        Assert.Equal(offset, problem.Offset);
    }

    [Theory]
    [InlineData("an overlong slash", "22 C0 AF 22", 1)]
    [InlineData("an overlong zero of three bytes", "22 E0 80 80 22", 1)]
    [InlineData("a surrogate in UTF-8", "22 ED A0 80 22", 1)]
    [InlineData("a lone continuation", "22 61 80 22", 2)]
    [InlineData("a cut sequence", "22 C3 22", 1)]
    [InlineData("beyond Unicode", "22 F4 90 80 80 22", 1)]
    [InlineData("a byte that is never in UTF-8", "22 FF 22", 1)]
    [InlineData("Latin-1", "5B 22 E9 22 5D", 2)]
    public void BytesThatAreNotUtf8_AreRefused(string name, string bytes, int offset)
    {
        Assert.NotEmpty(name);
        Assert.Equal(offset, JsonText.Check(Convert.FromHexString(bytes.Replace(" ", "", StringComparison.Ordinal)))?.Offset);
    }

    [Theory]
    [InlineData(64, 64, true)]
    [InlineData(65, 64, false)]
    [InlineData(1, 0, false)]
    [InlineData(0, 0, true)]
    [InlineData(1000, 1000, true)]
    [InlineData(100_000, 64, false)]
    [InlineData(100_000, int.MaxValue, true)]
    public void Nesting_IsLimited(int depth, int limit, bool accepted)
    {
        var lists = new string('[', depth) + "1" + new string(']', depth);
        Assert.Equal(accepted, JsonText.Check(Encoding.UTF8.GetBytes(lists), limit) is null);
        var objects = string.Concat(Enumerable.Repeat("{\"a\":", depth)) + "1" + new string('}', depth);
        Assert.Equal(accepted, JsonText.Check(Encoding.UTF8.GetBytes(objects), limit) is null);
    }

    [Fact]
    public void TextThatIsBrokenAnywhere_IsJudgedAsAnotherReaderJudgesIt()
    {
        var random = new Random(7);
        var seeds = new[] { """{"a":[1,-2.5e3,"x\n\u00e9é"],"b":{"c":null,"d":true}}""", """[[],{},"\ud83d\ude00",0,1E-2,false]""" };
        for (var i = 0; i < 50_000; i++)
        {
            var bytes = Encoding.UTF8.GetBytes(seeds[i % seeds.Length]);
            for (var changes = random.Next(1, 3); changes > 0; changes--)
            {
                bytes[random.Next(bytes.Length)] = (byte)"{}[]\",:\\u0d8 1e.-+tn\né"[random.Next(22)];
            }

            var ours = JsonText.Check(bytes) is null;
            Assert.True(ours == IsReadElsewhere(bytes), Encoding.UTF8.GetString(bytes));
        }
    }

    private static bool IsReadElsewhere(byte[] bytes)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes);
            return AreStringsWhole(document.RootElement);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    // System.Text.Json finds bad UTF-8 and lone surrogates only when a string is read.
    private static bool AreStringsWhole(JsonElement element)
    {
        try
        {
            return element.ValueKind switch
            {
                JsonValueKind.String => element.GetString() is not null,
                JsonValueKind.Array => element.EnumerateArray().All(AreStringsWhole),
                JsonValueKind.Object => element.EnumerateObject().All(static member =>
                    member.Name is not null && AreStringsWhole(member.Value)),
                _ => true,
            };
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
