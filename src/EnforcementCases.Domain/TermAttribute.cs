namespace EnforcementCases.Domain;

/// <summary>The one Chinese name of an enum value. Answers, papers, the contract and the English tables read it here.</summary>
/// <param name="text">The term of the law; otherwise the one printed on papers.</param>
[AttributeUsage(AttributeTargets.Field)]
public sealed class TermAttribute(string text) : Attribute
{
    /// <summary>The name, <c>罚款</c>.</summary>
    public string Text => text;
}
