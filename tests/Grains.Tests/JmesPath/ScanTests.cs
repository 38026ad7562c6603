using System.Text;
using System.Text.Json;
using Aggregator.JmesPath;

namespace Aggregator.Tests.JmesPath;

public sealed class ScanTests
{
    [Fact]
    public void Elements_AreFoundWhereAnotherReaderFindsThem_WhateverStandsWhereBlocksMeet()
    {
        string[] pieces = ["\\\\", "\\\"", "\\u005d", "]", "}", "{", "[", "x", "é", ",", ":", " ", "\\\\\\\""];
        var random = new Random(5);
        for (var i = 0; i < 20_000; i++)
        {
            string Piece() => pieces[random.Next(pieces.Length)];
            string Text() => $"\"{string.Concat(Enumerable.Range(0, random.Next(0, 70)).Select(_ => Piece()))}\"";
            string Value(int depth) => random.Next(depth > 0 ? 4 : 2) switch
            {
                0 => Text(),
                1 => "-12.5e3",
                2 => $"[ {string.Join(" , ", Enumerable.Range(0, random.Next(4)).Select(_ => Value(depth - 1)))}]",
                _ => $"{{{string.Join(',', Enumerable.Range(0, random.Next(4)).Select(n => $"\"{n}\" :{Value(depth - 1)}"))} }}",
            };
            var json = $"[{Value(4)},{Value(3)},[{Value(2)}]]" + new string(' ', random.Next(70));
            using var document = JsonDocument.Parse(json);
            Assert.Equal(
                document.RootElement.EnumerateArray().Select(static element => element.GetRawText()),
                Run.Value(json).Elements.Select(Run.Text));
        }
    }

    [Fact]
    public void AStringFullOfBackslashes_EndsWhereItEnds()
    {
        for (var count = 0; count < 300; count++)
        {
            var json = $$"""[["{{new string('x', count % 67)}}{{string.Concat(Enumerable.Repeat("\\\\", count))}}"],1]""";
            Assert.Equal(2, JsonValue.FromChecked(Encoding.UTF8.GetBytes(json)).Elements.Count());
            Assert.Equal("1", Run.Search("[1]", json));
        }
    }
}
