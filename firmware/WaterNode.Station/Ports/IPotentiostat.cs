namespace WaterNode.Station.Ports
{
    /// <summary>What the autonomous potentiostat is asked to do: deposit, then strip with a square-wave scan.</summary>
    public sealed class ScanRequest
    {
        /// <summary>Deposition potential against the reference, mV.</summary>
        public int DepositionMilliVolts;

        /// <summary>Deposition time, 1,000 to 60,000 ms.</summary>
        public int DepositionMilliseconds;

        /// <summary>First potential of the scan, mV.</summary>
        public int StartMilliVolts;

        /// <summary>Last potential of the scan, mV; above the first.</summary>
        public int EndMilliVolts;

        /// <summary>Potential step between points, mV; at least 1.</summary>
        public int StepMilliVolts;
    }

    /// <summary>Current against potential, as the potentiostat measured it.</summary>
    public sealed class Voltammogram
    {
        /// <summary>Potential of the first point, mV.</summary>
        public int StartMilliVolts;

        /// <summary>Potential step between points, mV.</summary>
        public int StepMilliVolts;

        /// <summary>Net (forward minus reverse) current of each point, picoamperes.</summary>
        public int[] PicoAmperes;
    }

    /// <summary>A potentiostat that times the scan by itself: the managed runtime cannot.</summary>
    public interface IPotentiostat
    {
        /// <param name="request">Potentials and times of one deposition and one scan.</param>
        /// <param name="voltammogram">The scan with the potentials that were asked for, all of its points; null when false is returned. The caller checks it all the same.</param>
        /// <returns>False when the module did not answer or reported a fault.</returns>
        bool TryScan(ScanRequest request, out Voltammogram voltammogram);
    }
}
