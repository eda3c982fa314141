namespace EnforcementCases.Api.Tests.Architecture.Planted.Lower
{
    /// <summary>Uses what stands above it, where no signature shows it.</summary>
    internal static class PlantedArrow
    {
        public static async Task<IReadOnlyList<int>> MeasureAsync(IEnumerable<string> texts)
        {
            await Task.Yield();
            return [.. texts.Select(t => Upper.PlantedTarget.LengthOf(t))];
        }
    }
}

namespace EnforcementCases.Api.Tests.Architecture.Planted.Upper
{
    /// <summary>Stands above.</summary>
    internal static class PlantedTarget
    {
        public static int LengthOf(string text) => text.Length;
    }
}
