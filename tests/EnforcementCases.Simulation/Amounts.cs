namespace EnforcementCases.Simulation;

/// <summary>Deals a sum out to cases, in whole yuan, each within the limits of its violation and party.</summary>
internal static class Amounts
{
    private static readonly int[] Usual = [20, 20, 30, 50, 50, 50, 100, 100, 150, 200];

    /// <param name="limits">Lowest and highest of each case, both allowed; a fine is more than nothing.</param>
    public static int[] Deal(IReadOnlyList<(int Lowest, int Highest)> limits, int sum, Random random)
    {
        var (least, most) = (limits.Sum(l => l.Lowest), limits.Sum(l => l.Highest));
        if (sum < least || sum > most)
            throw new StoppedException($"{limits.Count} 件案件的罚款合计只能在 {least} 元与 {most} 元之间，报告为 {sum} 元，无法重演");
        var amounts = limits.Select(l => Math.Clamp(Usual[random.Next(Usual.Length)], l.Lowest, l.Highest)).ToArray();
        for (var off = sum - amounts.Sum(); off != 0; )
        {
            var i = random.Next(amounts.Length);
            var step = Math.Sign(off) * Math.Min(10, Math.Abs(off)); // tens, and at the very end what is left
            var next = Math.Clamp(amounts[i] + step, limits[i].Lowest, limits[i].Highest);
            off -= next - amounts[i];
            amounts[i] = next;
        }
        return amounts;
    }
}
