namespace WaterNode.Station.Ports
{
    /// <summary>What became of one analogue conversion.</summary>
    public enum AdcStatus
    {
        /// <summary>The value is a conversion result.</summary>
        Ok = 0,

        /// <summary>The converter did not answer on its bus (an I2C transfer that was not full).</summary>
        NoAnswer = 1,

        /// <summary>The converter stands at an end of its range: an open or shorted input.</summary>
        Rail = 2,
    }

    /// <summary>The analogue inputs by what they measure; the board maps them to converter, multiplexer and range.</summary>
    public enum AdcInput
    {
        /// <summary>Glass electrode behind the electrometer buffer, against mid-rail.</summary>
        Ph = 0,

        /// <summary>Output of the conductivity front end: proportional to conductance (see hardware/README.md for the volts per siemens of the board).</summary>
        Conductivity = 1,

        /// <summary>Fluoride ion-selective electrode behind its electrometer buffer, against mid-rail.</summary>
        Fluoride = 2,
    }

    /// <summary>The analogue-to-digital converter, one conversion a call.</summary>
    public interface IAdc
    {
        /// <param name="input">What to measure.</param>
        /// <param name="microVolts">Voltage at the input of the converter, in microvolts; 0 unless the status is <see cref="AdcStatus.Ok"/> or <see cref="AdcStatus.Rail"/>.</param>
        AdcStatus Read(AdcInput input, out int microVolts);
    }
}
