using System.Collections.Immutable;
using Aggregator.JmesPath;

namespace Aggregator.Planning;

/// <summary>A variable of a template as it is written there, such as <c>customer.regionId</c>.</summary>
public sealed class TemplateVariable
{
    private readonly ImmutableArray<string> _members;

    /// <summary>A variable.</summary>
    /// <param name="path">The name, and after dots the members to take.</param>
    /// <param name="position">Where it stands.</param>
    public TemplateVariable(string path, TemplatePosition position)
    {
        Path = path;
        Position = position;
        var names = path.Split('.');
        Name = names[0];
        _members = [.. names.AsSpan(1)];
    }

    /// <summary>The dotted path; also what stands before the <c>=</c> in a query.</summary>
    public string Path { get; }

    /// <summary>What stands before the first dot: a parameter, a constant, a <c>with</c> name or a source.</summary>
    public string Name { get; }

    /// <summary>Whether it stands in the path or in the query.</summary>
    public TemplatePosition Position { get; }

    /// <summary>The variable's value: the member of a member of what its name stands for. One that is not there is undefined.</summary>
    /// <param name="root">What <see cref="Name"/> stands for.</param>
    public TemplateValue Resolve(JsonValue root)
    {
        foreach (var member in _members)
        {
            if (!root.TryGetMember(member, out root))
                return TemplateValue.Undefined;
        }

        return TemplateValue.From(root);
    }

    /// <summary>The dotted path.</summary>
    public override string ToString() => Path;
}
