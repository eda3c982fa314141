namespace EnforcementCases.Domain.Discretion;

/// <summary>No penalty for a person who cannot understand or control their conduct (不能辨认或者不能控制自己行为). 行政处罚法 第三十一条.</summary>
public static class Incapacity
{
    /// <summary>The state that counts: every state but sound needs an expert opinion or the guardian's evidence.</summary>
    public static MentalState StateOf(CapacityFacts capacity) =>
        string.IsNullOrWhiteSpace(capacity.Evidence) ? MentalState.Sound : capacity.State;
}
