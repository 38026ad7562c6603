namespace Aggregator.JmesPath.Nodes;

/// <summary>One run of an expression: what <c>$</c> and <c>$name</c> are, and what may still be spent.</summary>
internal sealed class Evaluation
{
    // Steps are taken from the budget in lots, and the token is looked at once for each.
    private const int Lot = 1000;
    private const int BytesPerStepShift = 5;
    private const int NamesPerStepShift = 2;

    // What takes memory costs as much time as so many values that are only looked at.
    private const int StepsToMake = 25;

    private readonly EvaluationBudget _budget;
    private readonly CancellationToken _cancellationToken;
    private long _steps;

    public Evaluation(JsonValue root, Variables variables, EvaluationBudget budget, CancellationToken cancellationToken)
    {
        Root = root;
        Variables = variables;
        _budget = budget;
        _cancellationToken = cancellationToken;
        cancellationToken.ThrowIfCancellationRequested();
    }

    public JsonValue Root { get; }

    /// <summary>The variables in scope; <c>let</c> adds to them while its body is evaluated.</summary>
    public Variables Variables { get; set; }

    /// <summary>Pays for values visited or made.</summary>
    public void Spend(long steps)
    {
        _steps -= steps;
        if (_steps < 0)
        {
            Refill();
        }
    }

    /// <summary>Pays for a value that is read from one end to the other.</summary>
    public void SpendReading(JsonValue value) => Spend(1 + (value.IsText ? value.Size >> BytesPerStepShift : 0));

    /// <summary>Pays for a look-up in a value.</summary>
    public void SpendLookingUp(JsonValue value)
    {
        if (value.AsComputedObject is { } made)
        {
            Spend(1 + (made.Count >> NamesPerStepShift));
        }
        else
        {
            SpendReading(value);
        }
    }

    /// <summary>Pays for reading text.</summary>
    public void SpendReading(long bytes) => Spend(1 + (bytes >> BytesPerStepShift));

    /// <summary>Pays for a list or object that is about to be made of so many parts.</summary>
    public void SpendMaking(int parts) => Spend(StepsToMake + parts);

    /// <summary>Pays for text that is about to be made.</summary>
    public void SpendWriting(long bytes)
    {
        Spend(StepsToMake);
        SpendReading(bytes);
        if (!_budget.TryTakeOutput(bytes))
        {
            throw Exceeded("make more text");
        }
    }

    /// <summary>Ends the run if a value would be larger, written, than what may still be written.</summary>
    public void RequireRoom(long bytes)
    {
        if (bytes > _budget.OutputBytes)
        {
            throw Exceeded("make a larger value");
        }
    }

    /// <summary>Gives back to the budget what was not spent.</summary>
    public void Finish() => _budget.ReturnSteps(Math.Max(0, _steps));

    private void Refill()
    {
        _cancellationToken.ThrowIfCancellationRequested();
        if (!_budget.TryTakeSteps(-_steps))
        {
            _steps = 0;
            throw Exceeded("take more steps");
        }

        _steps = Math.Min(Lot, _budget.Steps);
        _ = _budget.TryTakeSteps(_steps);
    }

    private static ExpressionException Exceeded(string what) =>
        new(ExpressionErrorKind.BudgetExceeded, $"The expression would {what} than its budget allows.");
}
