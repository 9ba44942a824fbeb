using System.Reflection;

[assembly: AssemblyTitle("WaterNode.Station.NanoTests")]
[assembly: AssemblyProduct("WaterNode")]
[assembly: AssemblyVersion("0.1.0.0")]
[assembly: AssemblyFileVersion("0.1.0.0")]
