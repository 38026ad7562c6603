using System.Collections.Immutable;

namespace Aggregator.JmesPath.Nodes;

/// <summary>Finds out what an expression uses of its root, without data.</summary>
internal sealed class RootUseBuilder
{
    private readonly List<string> _names = [];
    private readonly List<string> _variables = [];
    private readonly List<string> _bound = [];
    private bool _whole;

    public static RootUse Of(Node expression)
    {
        var use = new RootUseBuilder();
        use.AddValue(expression, atRoot: true);
        return new([.. use._names], [.. use._variables], use._whole);
    }

    /// <summary>A part whose value is used, as a whole.</summary>
    public void AddValue(Node part, bool atRoot)
    {
        if (part.Use(this, atRoot))
        {
            _whole = true;
        }
    }

    public void AddName(string name) => AddOnce(_names, name);

    public void AddVariable(string name)
    {
        if (!_bound.Contains(name))
        {
            AddOnce(_variables, name);
        }
    }

    /// <summary>Binds variables, until <see cref="Unbind"/>.</summary>
    public void Bind(ImmutableArray<string> names) => _bound.AddRange(names);

    public void Unbind(ImmutableArray<string> names) => _bound.RemoveRange(_bound.Count - names.Length, names.Length);

    private static void AddOnce(List<string> names, string name)
    {
        if (!names.Contains(name))
        {
            names.Add(name);
        }
    }
}
