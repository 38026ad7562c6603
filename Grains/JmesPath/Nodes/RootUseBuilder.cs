using System.Collections.Immutable;

namespace Aggregator.JmesPath.Nodes;

/// <summary>Finds out what an expression uses of its root, without data.</summary>
internal sealed class RootUseBuilder
{
    private readonly OrderedDictionary<string, bool> _names = new(StringComparer.Ordinal);
    private readonly OrderedDictionary<string, bool> _variables = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _bound = new(StringComparer.Ordinal);
    private bool _whole;

    public static RootUse Of(Node expression)
    {
        var use = new RootUseBuilder();
        use.AddValue(expression, atRoot: true);
        return new([.. use._names.Keys], [.. use._variables.Keys], use._whole);
    }

    /// <summary>A part whose value is used, as a whole.</summary>
    public void AddValue(Node part, bool atRoot)
    {
        if (part.Use(this, atRoot))
        {
            _whole = true;
        }
    }

    public void AddName(string name) => _names.TryAdd(name, true);

    public void AddVariable(string name)
    {
        if (_bound.GetValueOrDefault(name) == 0)
        {
            _variables.TryAdd(name, true);
        }
    }

    /// <summary>Binds variables, until <see cref="Unbind"/>.</summary>
    public void Bind(ImmutableArray<string> names) => CountBindings(names, 1);

    public void Unbind(ImmutableArray<string> names) => CountBindings(names, -1);

    private void CountBindings(ImmutableArray<string> names, int more)
    {
        foreach (var name in names)
        {
            _bound[name] = _bound.GetValueOrDefault(name) + more;
        }
    }
}
