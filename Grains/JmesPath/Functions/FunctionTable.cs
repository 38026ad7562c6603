using System.Collections.Frozen;

namespace Aggregator.JmesPath.Functions;

/// <summary>All functions of the language.</summary>
internal static class FunctionTable
{
    public static FrozenDictionary<string, Function> ByName { get; } = new[]
    {
        NumberFunctions.All, StringFunctions.All, PaddingFunctions.All, ListFunctions.All, OrderFunctions.All, ObjectFunctions.All,
        KindFunctions.All,
    }.SelectMany(static family => family).ToFrozenDictionary(static function => function.Name, StringComparer.Ordinal);
}
