using System.Globalization;
using EnforcementCases.Domain.Inspections;
using Shouldly;
using Xunit;

namespace EnforcementCases.Domain.Tests.Inspections;

/// <summary>双随机: a function of lists, secret and word.</summary>
public sealed class RandomSelectionTests
{
    private static readonly DrawLists Lists = new(
        [.. Enumerable.Range(1, 30).Select(n => new DrawObject(Id(n), $"对象{n}"))],
        [.. Enumerable.Range(101, 6).Select(n => new DrawOfficer(Id(n), $"人员{n}", $"T{n}"))],
        [.. Enumerable.Range(1, 30).Select(n => new DrawExclusion(Id(n), Id(101 + (n % 6))))]
    );

    [Fact, Rule("APL-43")]
    public void An_officer_with_an_interest_is_never_drawn_for_the_object_in_a_thousand_draws()
    {
        var officers = new HashSet<Guid>();
        var objects = new HashSet<Guid>();
        for (var turn = 0; turn < 1000; turn++)
        {
            var seed = RandomSelection.SeedOf($"secret {turn}", "0713", Lists);
            foreach (var drawn in RandomSelection.Draw(Lists, seed, objects: 5, officersEach: 2))
            {
                drawn.OfficerIds.Distinct().Count().ShouldBe(2);
                drawn.OfficerIds.ShouldAllBe(o => !Lists.Excluded.Contains(new DrawExclusion(drawn.ObjectId, o)));
                officers.UnionWith(drawn.OfficerIds);
                objects.Add(drawn.ObjectId);
            }
        }
        officers.Count.ShouldBe(6); // everybody has a turn
        objects.Count.ShouldBe(30);
    }

    [Fact]
    public void The_same_secret_word_and_lists_give_the_same_draw_and_another_word_another_one()
    {
        var first = Draw("一");
        Draw("一").ShouldBe(first);
        Draw("二").ShouldNotBe(first);

        static string Draw(string word) =>
            string.Join(
                ';',
                RandomSelection
                    .Draw(Lists, RandomSelection.SeedOf("s", word, Lists), 5, 2)
                    .Select(d => $"{d.ObjectId}:{string.Join(',', d.OfficerIds)}")
            );
    }

    private static Guid Id(int n) => Guid.Parse(string.Create(CultureInfo.InvariantCulture, $"00000000-0000-7000-8000-{n:D12}"));
}
