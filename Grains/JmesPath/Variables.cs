namespace Aggregator.JmesPath;

/// <summary>The variables in scope: an immutable chain of bindings, the innermost first.</summary>
public sealed class Variables
{
    private readonly Variables? _outer;
    private readonly string _name;
    private readonly JsonValue _value;

    private Variables(Variables? outer, string name, JsonValue value) => (_outer, _name, _value) = (outer, name, value);

    /// <summary>No variables.</summary>
    public static Variables None { get; } = new(null, "", default);

    /// <summary>These variables and one more, which hides an outer one of its name.</summary>
    /// <param name="name">The name, without the dollar sign.</param>
    /// <param name="value">The value.</param>
    public Variables With(string name, JsonValue value) => new(this, name, value);

    /// <summary>Looks a variable up.</summary>
    /// <param name="name">The name, without the dollar sign.</param>
    /// <param name="value">Its value, if it is bound.</param>
    public bool TryGet(string name, out JsonValue value)
    {
        for (var scope = this; scope._outer is not null; scope = scope._outer)
        {
            if (scope._name == name)
            {
                value = scope._value;
                return true;
            }
        }

        value = default;
        return false;
    }
}
