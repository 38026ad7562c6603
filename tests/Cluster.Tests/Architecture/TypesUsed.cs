using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Emit;

namespace Aggregator.Tests.Architecture;

/// <summary>Finds what the compiled code of a namespace uses: in signatures, fields and the bodies of methods.</summary>
internal static class TypesUsed
{
    /// <summary>The full names of all types used by the types of a namespace and those nested in it, with who uses them.</summary>
    public static ILookup<string, string> By(Assembly assembly, string space) => assembly.GetTypes()
        .Where(type => type.Namespace == space || type.Namespace?.StartsWith(space + ".", StringComparison.Ordinal) == true)
        .SelectMany(type => Of(type).Select(used => (Used: Plain(used), By: Outermost(type).Name)))
        .Where(pair => pair.Used.FullName is not null)
        .ToLookup(pair => pair.Used.FullName ?? "", pair => pair.By);

    private static IEnumerable<Type> Of(Type type)
    {
        const BindingFlags All = BindingFlags.DeclaredOnly | BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;
        if (type.BaseType is { } parent) yield return parent;
        foreach (var used in type.GetInterfaces()) yield return used;
        foreach (var field in type.GetFields(All)) yield return field.FieldType;
        foreach (var method in type.GetMethods(All).Cast<MethodBase>().Concat(type.GetConstructors(All)))
        {
            foreach (var parameter in method.GetParameters()) yield return parameter.ParameterType;
            if (method is MethodInfo { ReturnType: var returned }) yield return returned;
            foreach (var used in InBody(method)) yield return used;
        }
    }

    private static IEnumerable<Type> InBody(MethodBase method)
    {
        if (method.GetMethodBody()?.GetILAsByteArray() is not { } code) yield break;
        foreach (var token in Tokens(code))
        {
            if (Resolve(method, token) is not { } member) continue;
            if (member is Type type) yield return type;
            if (member.DeclaringType is { } declaring) yield return declaring;
        }
    }

    private static MemberInfo? Resolve(MethodBase method, int token)
    {
        try
        {
            return method.Module.ResolveMember(token, method.DeclaringType?.GetGenericArguments(), method.IsGenericMethod ? method.GetGenericArguments() : null);
        }
        catch (ArgumentException)
        {
            return null; // a token of another kind
        }
    }

    private static IEnumerable<int> Tokens(byte[] code)
    {
        for (var at = 0; at < code.Length;)
        {
            var operation = code[at] == 0xFE ? Operations[(short)(0xFE00 | code[at + 1])] : Operations[code[at]];
            at += operation.Size;
            if (operation.OperandType is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok)
                yield return BitConverter.ToInt32(code, at);
            at += operation.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, at)),
                _ => 4,
            };
        }
    }

    private static Type Outermost(Type type) => type.DeclaringType is { } outer ? Outermost(outer) : type;

    private static Type Plain(Type type) => type.HasElementType ? Plain(type.GetElementType() ?? type) : type.IsGenericType ? type.GetGenericTypeDefinition() : type;

    private static readonly ImmutableDictionary<short, OpCode> Operations = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => field.GetValue(null)).OfType<OpCode>().ToImmutableDictionary(operation => operation.Value);
}
