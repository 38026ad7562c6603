namespace Aggregator.JmesPath;

/// <summary>The closed set of reasons for which an evaluation fails.</summary>
public enum ExpressionErrorKind
{
    /// <summary>A function or operator was given a kind of value that it does not take.</summary>
    InvalidType,

    /// <summary>A function was given a value of the right kind that makes no sense to it, as a slice step of 0.</summary>
    InvalidValue,

    /// <summary>A variable is not bound.</summary>
    UndefinedVariable,

    /// <summary>The budget is used up.</summary>
    BudgetExceeded,
}
