using Aggregator.JmesPath;

namespace Aggregator.Tests.JmesPath;

public sealed class NumberTests
{
    [Theory]
    [InlineData("1", "1.0", 0)]
    [InlineData("1e2", "100", 0)]
    [InlineData("1E+2", "100.00", 0)]
    [InlineData("0", "-0", 0)]
    [InlineData("0e400", "0.000", 0)]
    [InlineData("1e400", "10e399", 0)]
    [InlineData("1e400", "1e401", -1)]
    [InlineData("-1e400", "1e400", -1)]
    [InlineData("-1e400", "-1e401", 1)]
    [InlineData("1e400", "1", 1)]
    [InlineData("1e-400", "0", 1)]
    [InlineData("1e-400", "1e-401", 1)]
    [InlineData("0.1234567890123456789012345678901", "0.1234567890123456789012345678902", -1)]
    [InlineData("0.12345678901234567890123456789010", "1234567890123456789012345678901e-31", 0)]
    [InlineData("123456789012345678901234567890123456789", "123456789012345678901234567890123456788", 1)]
    [InlineData("9007199254740993", "9007199254740992", 1)]
    [InlineData("0.3", "0.30000000000000004", -1)]
    [InlineData("12.5", "1.25e1", 0)]
    [InlineData("0.00125", "1.25e-3", 0)]
    [InlineData("1e99999999999999999999", "1e5", 1)]
    public void Numbers_AreComparedByValue_WhateverTheirSize(string one, string other, int order)
    {
        string Ask(string comparison) => Run.Search($"[0] {comparison} [1]", $"[{one},{other}]");
        Assert.Equal(order == 0 ? "true" : "false", Ask("=="));
        Assert.Equal(order != 0 ? "true" : "false", Ask("!="));
        Assert.Equal(order < 0 ? "true" : "false", Ask("<"));
        Assert.Equal(order <= 0 ? "true" : "false", Ask("<="));
        Assert.Equal(order > 0 ? "true" : "false", Ask(">"));
        Assert.Equal(order >= 0 ? "true" : "false", Ask(">="));
        Assert.Equal(order > 0 ? $"[{other},{one}]" : $"[{one},{other}]", Run.Search("sort(@)", $"[{one},{other}]"));
    }

    [Theory]
    [InlineData("`0.1` + `0.2`", "0.3")]
    [InlineData("`1.10` * `2`", "2.2")]
    [InlineData("`1` / `3`", "0.3333333333333333333333333333")]
    [InlineData("`7` // `2`", "3")]
    [InlineData("-`7` // `2`", "-4")]
    [InlineData("`7` % `-2`", "1")]
    [InlineData("`10` - `2` - `3`", "5")]
    [InlineData("`2` + `3` * `4`", "14")]
    [InlineData("(`2` + `3`) * `4`", "20")]
    [InlineData("-`2` * `3`", "-6")]
    [InlineData("`1` + `1` == `2`", "true")]
    [InlineData("- -`2`", "2")]
    [InlineData("`0` * `-1`", "0")]
    [InlineData("`1e2` + `1`", "101")]
    [InlineData("`0e400` + `1`", "1")]
    [InlineData("`1e-999` + `1`", "1")]
    [InlineData("`0.0000001` + `0`", "0.0000001")]
    [InlineData("sum(`[0.1, 0.2, 0.3]`)", "0.6")]
    [InlineData("avg(`[0.1, 0.2]`)", "0.15")]
    [InlineData("avg(`[]`)", "null")]
    [InlineData("sum(`[]`)", "0")]
    [InlineData("floor(`1.9`)", "1")]
    [InlineData("floor(`-1.1`)", "-2")]
    [InlineData("ceil(`-1.9`)", "-1")]
    [InlineData("ceil(`0.01`)", "1")]
    [InlineData("ceil(`-0.5`)", "0")]
    [InlineData("floor(`0.99999999999999999999999999999999999`)", "0")]
    [InlineData("ceil(`123.00000000000000000000000000000000001`)", "124")]
    [InlineData("floor(`12.5e1`)", "12.5e1")]
    [InlineData("floor(`1.255e2`)", "125")]
    [InlineData("abs(`-0`)", "0")]
    public void Arithmetic_IsDecimal(string expression, string expected) => Assert.Equal(expected, Run.Search(expression, "{}"));

    [Theory]
    [InlineData("`1` + 'x'")]
    [InlineData("`1` + missing")]
    [InlineData("`true` * `2`")]
    [InlineData("-'x'")]
    [InlineData("+@")]
    [InlineData("sum(`[1, null]`)")]
    [InlineData("sum(missing)")]
    [InlineData("avg(`[\"1\"]`)")]
    [InlineData("abs('x')")]
    [InlineData("ceil(missing)")]
    [InlineData("floor(@)")]
    [InlineData("max(`[1, \"a\"]`)")]
    [InlineData("min(`[true]`)")]
    [InlineData("sort(`[1, null]`)")]
    public void ArithmeticOnWhatIsNoNumber_IsAnError(string expression) =>
        Assert.Equal(ExpressionErrorKind.InvalidType, Run.Error(expression, "{}"));

    [Theory]
    [InlineData("`1` / `0`")]
    [InlineData("`1` // `0`")]
    [InlineData("`1` % `0`")]
    [InlineData("`1e400` + `1`")]
    [InlineData("-`1e29`")]
    [InlineData("`79228162514264337593543950335` + `1`")]
    [InlineData("`1e28` * `1e28`")]
    [InlineData("sum(`[79228162514264337593543950335, 1]`)")]
    [InlineData("sum(`[1e30]`)")]
    [InlineData("floor(`12345678901234567890123456789012345.5`)")]
    public void WhatADecimalCannotHold_IsAnError(string expression) =>
        Assert.Equal(ExpressionErrorKind.InvalidValue, Run.Error(expression, "{}"));

    [Theory]
    [InlineData("'a' < 'b'")]
    [InlineData("`1` < 'b'")]
    [InlineData("missing >= `1`")]
    [InlineData("`true` > `false`")]
    [InlineData("`[1]` <= `[2]`")]
    public void OrderOfWhatIsNoNumber_IsNull(string expression) => Assert.Equal("null", Run.Search(expression, "{}"));
}
