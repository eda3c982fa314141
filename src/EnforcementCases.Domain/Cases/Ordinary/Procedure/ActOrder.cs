namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>The order of days and hours of one act, from the lists of its row. It is asked of the act that is done, against what is on file; nothing on file is judged again.</summary>
internal static class ActOrder
{
    /// <summary>Refuses an act that is out of order.</summary>
    /// <exception cref="DomainException">The first two days that are out of order, with both.</exception>
    public static void EnsureKept(OrdinaryFile file, ActRow row, ActBody body, ActContext law) =>
        Obstacles(file, row, body, law).RefuseFirst();

    private static IEnumerable<DomainException> Obstacles(OrdinaryFile file, ActRow row, ActBody body, ActContext law)
    {
        var act = new Dated(row.Name, body.DoneAt);
        return InBody(act, row, body)
            .Concat(
                row.RestsOn.SelectMany(ground =>
                    ground
                        .Of(file, body, law)
                        .Select(rest => OrderOfActs.ObstacleUnlessAfter(rest.What ?? act, rest.On, ground.Error))
                        .OfType<DomainException>()
                )
            )
            .Concat(
                row.Sets.SelectMany(part =>
                    part.In(body).Select(day => OrderOfActs.ObstacleUnlessBefore(act, day, part.Error)).OfType<DomainException>()
                )
            );
    }

    private static IEnumerable<DomainException> InBody(Dated act, ActRow row, ActBody body)
    {
        Dated? before = null;
        foreach (var part in row.Parts)
        {
            var days = part.In(body).ToList();
            foreach (var day in days)
            {
                if (OrderOfActs.ObstacleUnlessBefore(day, act, part.Error ?? OrdinaryFile.AfterTheAct) is { } late)
                    yield return late;
                if (
                    part.Follows
                    && before is not null
                    && OrderOfActs.ObstacleUnlessAfter(day, before, part.Error ?? OrderOfActs.PartsOutOfOrder) is { } early
                )
                    yield return early;
            }
            before = days.MaxBy(day => day.At) ?? before;
        }
    }
}
