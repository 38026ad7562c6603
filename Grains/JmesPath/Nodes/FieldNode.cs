using Aggregator.JmesPath.Values;

namespace Aggregator.JmesPath.Nodes;

/// <summary>A name: the member of the current value, or null.</summary>
internal sealed class FieldNode(string name) : Node(1)
{
    public MemberName Name { get; } = new(name);

    public override JsonValue Evaluate(JsonValue current, Evaluation run)
    {
        run.SpendLookingUp(current);
        return current.TryGetMember(Name, out var value) ? value : JsonValue.Null;
    }

    public override bool Use(RootUseBuilder use, bool atRoot)
    {
        if (atRoot)
        {
            use.AddName(Name.Text);
        }

        return false;
    }
}
