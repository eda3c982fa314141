using AutoMapper;

namespace EnforcementCases.Platform.Projections;

/// <summary>All projections of reads (<see cref="Profile"/>s, each beside its query), for <c>ProjectTo</c> alone: nothing a client sent is ever mapped.</summary>
internal static class ReadProjections
{
    public static MapperConfiguration Build(ProgramAssemblies assemblies) =>
        new(projections =>
        {
            foreach (var profile in assemblies.Types.Where(t => t.IsSubclassOf(typeof(Profile)) && !t.IsAbstract))
                projections.AddProfile((Profile)Activator.CreateInstance(profile, nonPublic: true)!);
        });

    /// <summary>Registers the projections.</summary>
    public static IServiceCollection AddProjections(this IServiceCollection services) =>
        services.AddSingleton<AutoMapper.IConfigurationProvider>(provider => Build(provider.GetRequiredService<ProgramAssemblies>()));
}
